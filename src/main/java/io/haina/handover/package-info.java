/** What people held who leave: counted, handed over in one order, and given back if that was a mistake. */
@NullMarked
package io.haina.handover;

import org.jspecify.annotations.NullMarked;
