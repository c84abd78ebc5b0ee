/** The public pool: customers that nobody holds, claimed under a daily quota and released with a reason. */
@NullMarked
package io.haina.pool;

import org.jspecify.annotations.NullMarked;
