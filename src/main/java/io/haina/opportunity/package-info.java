/** Sales in the making: what for, how far they have come, and how they end. */
@NullMarked
package io.haina.opportunity;

import org.jspecify.annotations.NullMarked;
