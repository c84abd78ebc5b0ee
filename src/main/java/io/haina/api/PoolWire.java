package io.haina.api;

import io.haina.pool.PoolDraft;
import io.haina.pool.PublicPool;
import io.haina.pool.Quota;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The chapter on pools. */
sealed interface PoolWire extends ApiWire {

    /** A pool and how many customers lie in it. */
    @Schema(name = "PoolFilling")
    record Filled(long id, String name, long customers) implements PoolWire {}

    /**
     * What somebody may still claim and hold.
     *
     * @param maximumHeld null for no limit
     */
    @Schema(name = "ClaimQuota")
    record Chances(
            int claimsLeftToday,
            int claimsPerDay,
            long held,
            @Nullable Integer maximumHeld,
            List<Filled> pools) implements PoolWire {

        static Chances of(Quota quota, List<PublicPool> pools, Map<Long, Long> customers) {
            return new Chances(
                    quota.claimsLeftToday(),
                    quota.claimsPerDay(),
                    quota.held(),
                    quota.maximumHeld(),
                    pools.stream()
                            .map(pool -> new Filled(pool.id(), pool.name(), customers.getOrDefault(pool.id(), 0L)))
                            .toList());
        }
    }

    /**
     * A claim that somebody made.
     *
     * @param status of the customer now: following, won or lost; null once the claimer holds it no longer
     * @param protectedUntil the end of the customer's protection now; null once the claimer holds it no longer
     * @param stillHeld whether the claimer holds it now
     * @param expired whether the protection's end has passed
     */
    record Claim(
            long id,
            Link customer,
            @Nullable String industry,
            @Nullable String region,
            @Nullable String status,
            Instant claimedAt,
            @Nullable Instant protectedUntil,
            boolean stillHeld,
            boolean expired)
            implements PoolWire {

        static Claim of(io.haina.pool.Claim claim) {
            return new Claim(
                    claim.id(),
                    new Link(claim.customerId(), claim.customerName()),
                    claim.industry(),
                    claim.region(),
                    claim.status() == null ? null : ApiNames.word(claim.status()),
                    claim.claimedAt(),
                    claim.protectedUntil(),
                    claim.stillHeld(),
                    claim.expired());
        }
    }

    /**
     * A pool with its rules; what is null follows the company's.
     *
     * @param isDefault where customers go whose protection ends; this pool stays
     * @param protection how long a claim out of it protects, such as {@code P14D}
     * @param claimsPerDay claims out of it that one person may make in a day
     * @param coolDown how long a former owner may not claim a customer back
     * @param departments whose people see it, with those of departments below; with no teams either, everybody
     * @param teams whose people see it
     * @param position its place among pools, the smallest first
     */
    @Schema(name = "Pool")
    record PoolView(
            long id,
            String name,
            boolean isDefault,
            @Nullable String protection,
            @Nullable Integer claimsPerDay,
            @Nullable String coolDown,
            List<Long> departments,
            List<Long> teams,
            int position)
            implements PoolWire {

        static PoolView of(PublicPool pool) {
            return new PoolView(
                    pool.id(),
                    pool.name(),
                    pool.isDefault(),
                    text(pool.protection()),
                    pool.claimsPerDay(),
                    text(pool.coolDown()),
                    pool.departments(),
                    pool.teams(),
                    pool.position());
        }

        private static @Nullable String text(@Nullable Period period) {
            return period == null ? null : period.toString();
        }
    }

    /** What is to hold of a pool; as {@link PoolView} says, and what is absent is as null there. */
    @Schema(name = "PoolDraft")
    record WrittenPool(
            @Nullable String name,
            @Nullable String protection,
            @Nullable Integer claimsPerDay,
            @Nullable String coolDown,
            @Nullable List<@Nullable Long> departments,
            @Nullable List<@Nullable Long> teams,
            @Nullable Integer position)
            implements PoolWire {

        PoolDraft draft() {
            return new PoolDraft(
                    name,
                    ApiNames.period("protection", protection),
                    claimsPerDay,
                    ApiNames.period("coolDown", coolDown),
                    ApiNames.ids("departments", departments),
                    ApiNames.ids("teams", teams),
                    position == null ? 0 : position);
        }
    }
}
