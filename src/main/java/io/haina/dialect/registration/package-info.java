/** The registration contract (document 000): customer registration, protection, public pool, approvals, team statistics. */
@NullMarked
package io.haina.dialect.registration;

import org.jspecify.annotations.NullMarked;
