/** What customers signed, and what they paid on it. */
@NullMarked
package io.haina.contract;

import org.jspecify.annotations.NullMarked;
