package io.haina.pool;

import io.haina.customer.CustomerStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim that was made, and what became of it.
 *
 * @param protectedUntil the end of the customer's protection now; null once it is back in the pool
 * @param stillHeld whether the claimer holds the customer now
 * @param expired whether the protection's end has passed
 */
public record Claim(
        long id,
        long customerId,
        UUID customer,
        String customerName,
        @Nullable String industry,
        @Nullable String region,
        CustomerStatus status,
        Instant claimedAt,
        @Nullable Instant protectedUntil,
        boolean stillHeld,
        boolean expired) {}
