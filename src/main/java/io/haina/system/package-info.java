/** How the server itself is: its version, its database, its work. */
@NullMarked
package io.haina.system;

import org.jspecify.annotations.NullMarked;
