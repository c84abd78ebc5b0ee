/** How the browser application is served. */
@NullMarked
package io.haina.console;

import org.jspecify.annotations.NullMarked;
