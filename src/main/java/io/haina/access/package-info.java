/** Who may do what to which records. Only this package makes a Permit or a Scoped query. */
@NullMarked
package io.haina.access;

import org.jspecify.annotations.NullMarked;
