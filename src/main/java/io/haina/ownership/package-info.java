/** Ownership as a right bounded in time: protections, their extension, their end, and the history of owners. */
@NullMarked
package io.haina.ownership;

import org.jspecify.annotations.NullMarked;
