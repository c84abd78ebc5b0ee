package io.haina.staff;

import io.haina.tenant.TokenScope;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token that a person has made for a program.
 *
 * @param expiresAt null for never
 * @param lastUsedAt to the minute; null where it never was
 */
public record AccessToken(
        long id,
        String name,
        Set<TokenScope> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {}
