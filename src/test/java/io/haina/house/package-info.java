/** How the house is built: its edges, its routes and its policy, as tests. */
@NullMarked
package io.haina.house;

import org.jspecify.annotations.NullMarked;
