/** What the company sells. */
@NullMarked
package io.haina.product;

import org.jspecify.annotations.NullMarked;
