package io.haina.staff;

import io.haina.tenant.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of a tenant who can sign in.
 *
 * @param mustChangePassword the console asks for a new one before anything else
 */
public record Staff(
        long id,
        UUID uuid,
        String username,
        String realName,
        @Nullable String email,
        @Nullable String phone,
        Role role,
        @Nullable String department,
        @Nullable String team,
        boolean mustChangePassword) {}
