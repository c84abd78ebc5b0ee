/** Programs that sign their requests: what each may do, its secrets, and the door that they come in by. */
@NullMarked
package io.haina.app;

import org.jspecify.annotations.NullMarked;
