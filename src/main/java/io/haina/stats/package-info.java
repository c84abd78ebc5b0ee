/** Figures that cost the same at a million records as at ten thousand: tallies folded from deltas. */
@NullMarked
package io.haina.stats;

import org.jspecify.annotations.NullMarked;
