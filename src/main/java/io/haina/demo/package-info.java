/** A believable company to look at, and the same in any size to measure. */
@NullMarked
package io.haina.demo;

import org.jspecify.annotations.NullMarked;
