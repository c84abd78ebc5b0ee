/** People at customers, whom one calls and writes to. */
@NullMarked
package io.haina.contact;

import org.jspecify.annotations.NullMarked;
