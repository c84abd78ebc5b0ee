package io.haina.api;

import io.haina.approval.Approval;
import io.haina.customer.Duplicate;
import io.haina.field.RecordKind;
import io.haina.ownership.Handover;
import io.haina.ownership.Holding;
import io.haina.ownership.Standing;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.sharing.Power;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The chapter on whose customers are. */
sealed interface OwnershipWire extends ApiWire {

    /**
     * What a name meets.
     *
     * @param match none, exact (the same once case, width, white space and punctuation are folded), or similar
     * @param name of the customer that is there
     * @param owner who holds it; null in the pool
     * @param id null where the asker may not see the customer
     * @param uuid by which a transfer of it can be asked for, even where {@code id} is null
     */
    @Schema(name = "DuplicateMatch")
    record Match(
            @Schema(allowableValues = {"none", "exact", "similar"})
            String match,

            @Nullable String name,
            @Nullable String owner,
            @Nullable String team,
            boolean inPool,
            @Nullable Instant reportedAt,
            @Nullable Long id,
            @Nullable UUID uuid)
            implements OwnershipWire {

        static final Match NONE = new Match("none", null, null, null, false, null, null, null);

        static Match of(Duplicate duplicate, boolean visible) {
            return new Match(
                    duplicate.exact() ? "exact" : "similar",
                    duplicate.name(),
                    duplicate.ownerName(),
                    duplicate.team(),
                    duplicate.pooled(),
                    duplicate.reportedAt(),
                    visible ? duplicate.id() : null,
                    duplicate.uuid());
        }
    }

    /**
     * One span in which somebody held a customer.
     *
     * @param until the protection's end, extensions included
     * @param endedAt null while it lasts
     * @param endReason expired, released, transferred, reopened or deleted
     * @param releaseReason what was said at a release
     * @param rule what gave it: report, claim, transfer, reopening, distribution or restoration
     * @param extensions how often it was extended, by {@code daysExtended} in all
     */
    @Schema(name = "FormerOwner")
    record Owner(
            Link owner,
            Instant from,
            Instant until,
            @Nullable Instant endedAt,
            @Nullable String endReason,
            @Nullable String releaseReason,
            String rule,
            int extensions,
            int daysExtended)
            implements OwnershipWire {

        static Owner of(Holding holding) {
            return new Owner(
                    new Link(holding.holderId(), holding.holderName()),
                    holding.from(),
                    holding.until(),
                    holding.endedAt(),
                    holding.endReason(),
                    holding.releaseReason(),
                    holding.rule(),
                    holding.extensions(),
                    holding.daysExtended());
        }
    }

    /**
     * Whose a customer is now, and until when.
     *
     * @param owner null in a pool
     * @param until the protection's end
     * @param ends whether the customer goes into the pool then; won and locked ones do not
     * @param pool null while somebody holds it
     * @param pendingApproval what is asked about it and not decided, as far as the reader may see it
     */
    record Protection(
            @Nullable Link owner,
            @Nullable Instant from,
            @Nullable Instant until,
            boolean locked,
            boolean ends,
            @Nullable String rule,
            @Nullable Link pool,
            @Nullable Instant pooledAt,
            @Nullable PendingApproval pendingApproval)
            implements OwnershipWire {

        static Protection of(Standing standing, @Nullable Approval pending) {
            return new Protection(
                    Link.of(standing.ownerId(), standing.ownerName()),
                    standing.from(),
                    standing.until(),
                    standing.locked(),
                    standing.ends(),
                    standing.rule(),
                    Link.of(standing.poolId(), standing.poolName()),
                    standing.pooledAt(),
                    pending == null ? null : new PendingApproval(pending.id(), pending.kind()));
        }
    }

    record PendingApproval(long id, String kind) implements OwnershipWire {}

    @Schema(name = "CustomerStatusOrder")
    record StatusOrder(@Nullable String status) implements OwnershipWire {}

    record ReleaseOrder(@Nullable String reason) implements OwnershipWire {}

    @Schema(name = "ClaimOutcome")
    record Claimed(Instant protectedUntil, int claimsLeftToday) implements OwnershipWire {}

    /**
     * To whom a customer goes.
     *
     * @param to somebody's number
     * @param keepFormer what the former owner may do from then on: read or write; absent: nothing
     * @param along what of the former owner's goes along: some of contacts, opportunities, contracts; absent: contacts
     */
    record TransferOrder(
            @Nullable Long to,
            @Nullable String keepFormer,
            @Nullable List<@Nullable String> along) implements OwnershipWire {

        private static final String CONTRACTS = "contracts";

        Handover handover() {
            Power stays = keepFormer == null ? null : ApiNames.choice("keepFormer", keepFormer, Power.values());
            if (along == null) {
                return new Handover(stays, Set.of(RecordKind.CONTACT));
            }
            Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
            for (String word : along) {
                switch (word) {
                    case "contacts" -> kinds.add(RecordKind.CONTACT);
                    case "opportunities" -> kinds.add(RecordKind.OPPORTUNITY);
                    case CONTRACTS -> {}
                    case null, default -> throw Refused.invalid("along", Rule.NOT_A_CHOICE);
                }
            }
            return new Handover(stays, kinds, along.contains(CONTRACTS));
        }
    }
}
