/** The people of a tenant, their teams, and how they sign in. */
@NullMarked
package io.haina.staff;

import org.jspecify.annotations.NullMarked;
