package io.haina.staff;

import io.haina.tenant.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What colleagues see of a person.
 *
 * @param lastSignInAt null for somebody who never signed in
 * @param disabled whether the person may no longer sign in
 */
public record Profile(
        long id,
        UUID uuid,
        String username,
        String realName,
        @Nullable String email,
        @Nullable String phone,
        Role role,
        @Nullable Long departmentId,
        @Nullable String department,
        @Nullable String team,
        boolean disabled,
        Instant createdAt,
        @Nullable Instant lastSignInAt) {}
