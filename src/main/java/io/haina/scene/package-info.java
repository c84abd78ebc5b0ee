/** Saved filters of lists: the program's own and those that people keep for themselves. */
@NullMarked
package io.haina.scene;

import org.jspecify.annotations.NullMarked;
