/** People and companies that may become customers. */
@NullMarked
package io.haina.lead;

import org.jspecify.annotations.NullMarked;
