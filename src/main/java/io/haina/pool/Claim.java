package io.haina.pool;

import io.haina.customer.CustomerStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim that was made, and what became of it. How a customer does in other hands is not the claimer's to know.
 *
 * @param status of the customer now; null once the claimer holds it no longer
 * @param protectedUntil the end of the customer's protection now; null once the claimer holds it no longer
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
        @Nullable CustomerStatus status,
        Instant claimedAt,
        @Nullable Instant protectedUntil,
        boolean stillHeld,
        boolean expired) {}
