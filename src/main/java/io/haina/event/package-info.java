/** What happened, told to the rest of the system after the transaction that did it. */
@NullMarked
package io.haina.event;

import org.jspecify.annotations.NullMarked;
