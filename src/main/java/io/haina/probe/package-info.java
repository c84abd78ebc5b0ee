/**
 * Health and metrics, at the paths where operators look for them. Spring's own way to them would look at every bean at each
 * start for endpoints that might be among them; there are these two.
 */
@NullMarked
package io.haina.probe;

import org.jspecify.annotations.NullMarked;
