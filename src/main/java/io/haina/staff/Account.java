package io.haina.staff;

import io.haina.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/** What a sign-in is decided by. */
record Account(
        Tenant tenant,
        Staff staff,
        @Nullable Long teamId,
        @Nullable Long departmentId,
        String passwordHash,
        boolean disabled) {

    /** A hash never stands in a log. */
    @Override
    public String toString() {
        return "Account[" + staff.uuid() + "]";
    }
}
