/** Who works on a record beside its owner, and what each person has marked with a star. */
@NullMarked
package io.haina.sharing;

import org.jspecify.annotations.NullMarked;
