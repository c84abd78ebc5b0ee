/** Keeps a start short: what Spring would look for in every bean and never find is not looked for. */
@NullMarked
package io.haina.start;

import org.jspecify.annotations.NullMarked;
