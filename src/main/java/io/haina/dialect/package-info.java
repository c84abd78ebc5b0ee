/** What every dialect shares: finding the handler's dialect, its doorkeeper, its envelope for problems. */
@NullMarked
package io.haina.dialect;

import org.jspecify.annotations.NullMarked;
