/** How satisfied customers are, and with whom. */
@NullMarked
package io.haina.feedback;

import org.jspecify.annotations.NullMarked;
