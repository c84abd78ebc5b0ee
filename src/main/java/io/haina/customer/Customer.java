package io.haina.customer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company as the tenant knows it.
 *
 * @param demand what it wants, in the words of the report
 * @param contactName the primary contact's name
 * @param contactPhone the primary contact's phone number, as it was given
 * @param ownerId who holds it; null in the pool, as are ownerName, teamName and protectedUntil
 * @param expired the protection's end has passed, and the release is due or being done
 * @param lastOwnerName who held it before it came into the pool
 * @param claimCount how often it was claimed out of the pool
 * @param pooledAt since when it lies in the pool; null while somebody holds it
 */
public record Customer(
        long id,
        UUID uuid,
        String name,
        @Nullable String industry,
        @Nullable String region,
        @Nullable String source,
        @Nullable String demand,
        @Nullable String contactName,
        @Nullable String contactPhone,
        CustomerStatus status,
        @Nullable Long ownerId,
        @Nullable String ownerName,
        @Nullable String teamName,
        @Nullable Instant protectedUntil,
        boolean expired,
        boolean locked,
        @Nullable Instant lastActivityAt,
        Instant reportedAt,
        Instant updatedAt,
        @Nullable String lastOwnerName,
        int claimCount,
        @Nullable String releaseReason,
        @Nullable Instant pooledAt) {}
