/** The documents against the server: what they print is sent, and what they print is answered. */
@NullMarked
package io.haina.contract;

import org.jspecify.annotations.NullMarked;
