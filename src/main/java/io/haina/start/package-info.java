/**
 * Keeps short what Spring does at a start and before every handler: what it would look for and never find is not looked for.
 */
@NullMarked
package io.haina.start;

import org.jspecify.annotations.NullMarked;
