/** Requests that count once, however often they are sent. */
@NullMarked
package io.haina.idempotency;

import org.jspecify.annotations.NullMarked;
