/** The console: the files of the browser application in {@code console/}, served as they were built. No dialect. */
@NullMarked
package io.haina.console;

import org.jspecify.annotations.NullMarked;
