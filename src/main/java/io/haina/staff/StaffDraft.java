package io.haina.staff;

import io.haina.tenant.Role;
import org.jspecify.annotations.Nullable;

/** A person to be registered, as a client sent it: {@link StaffRegister} checks every value. */
public record StaffDraft(
        @Nullable String username,
        @Nullable String password,
        @Nullable String realName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Role role,
        @Nullable String department,
        @Nullable String team) {

    /** A password never stands in a log. */
    @Override
    public String toString() {
        return "StaffDraft[" + username + "]";
    }
}
