/** The native API, which speaks of things as the core does: a dialect like the others, only that its document is ours. */
@NullMarked
package io.haina.api;

import org.jspecify.annotations.NullMarked;
