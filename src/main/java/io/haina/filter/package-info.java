/** Everything that narrows a list, as one sealed type. */
@NullMarked
package io.haina.filter;

import org.jspecify.annotations.NullMarked;
