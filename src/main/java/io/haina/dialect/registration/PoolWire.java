package io.haina.dialect.registration;

import io.haina.customer.Customer;
import io.haina.filter.Slice;
import io.haina.pool.Claim;
import io.haina.pool.Claimed;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shapes of the chapter on the public pool. */
sealed interface PoolWire extends RegistrationWire {

    record PoolPage(List<PoolRow> customers, Pagination pagination) implements PoolWire {
        static PoolPage of(Slice<Customer> slice, ZoneId zone) {
            return new PoolPage(
                    slice.rows().stream().map(row -> PoolRow.of(row, zone)).toList(), Pagination.of(slice));
        }
    }

    record PoolRow(
            UUID id,
            String customerName,
            @Nullable String industry,
            @Nullable String region,
            @Nullable String source,
            String status,
            @Nullable String lastOwnerName,
            int claimCount,
            @Nullable String releaseReason,
            @Nullable String pooledAt,
            String updatedAt)
            implements PoolWire {
        static PoolRow of(Customer customer, ZoneId zone) {
            return new PoolRow(
                    customer.uuid(),
                    customer.name(),
                    customer.industry(),
                    customer.region(),
                    customer.source(),
                    customer.status().key(),
                    customer.lastOwnerName(),
                    customer.claimCount(),
                    customer.releaseReason(),
                    RegistrationNames.timeOrNull(customer.pooledAt(), zone),
                    RegistrationNames.time(customer.updatedAt(), zone));
        }
    }

    record ClaimWish(@Nullable String customerId) implements PoolWire {}

    record ClaimedCustomer(UUID customerId, String protectedEndDate) implements PoolWire {
        static ClaimedCustomer of(Claimed claimed, ZoneId zone) {
            return new ClaimedCustomer(claimed.customer(), RegistrationNames.time(claimed.protectedUntil(), zone));
        }
    }

    record ReleaseWish(
            @Nullable String customerId, @Nullable String releaseReason) implements PoolWire {}

    record Released(UUID customerId) implements PoolWire {}

    record ClaimPage(List<ClaimRow> claims, Pagination pagination) implements PoolWire {
        static ClaimPage of(Slice<Claim> slice, ZoneId zone) {
            return new ClaimPage(
                    slice.rows().stream().map(row -> ClaimRow.of(row, zone)).toList(), Pagination.of(slice));
        }
    }

    /**
     * A claim that somebody made.
     *
     * @param id tells claims apart, since one customer may be claimed more than once
     */
    record ClaimRow(
            String id,
            UUID customerId,
            String customerName,
            @Nullable String industry,
            @Nullable String region,
            @Nullable String status,
            String claimedAt,
            @Nullable String protectedEndDate,
            boolean stillHeld,
            int isExpired)
            implements PoolWire {
        static ClaimRow of(Claim claim, ZoneId zone) {
            return new ClaimRow(
                    Long.toString(claim.id()),
                    claim.customer(),
                    claim.customerName(),
                    claim.industry(),
                    claim.region(),
                    claim.status() == null ? null : claim.status().key(),
                    RegistrationNames.time(claim.claimedAt(), zone),
                    RegistrationNames.timeOrNull(claim.protectedUntil(), zone),
                    claim.stillHeld(),
                    claim.expired() ? 1 : 0);
        }
    }
}
