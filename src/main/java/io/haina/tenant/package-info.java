/** The company whose data is kept apart from every other company's, and its rules. */
@NullMarked
package io.haina.tenant;

import org.jspecify.annotations.NullMarked;
