package io.haina.api;

import io.haina.api.ApprovalsWire.Request;
import io.haina.api.StatsWire.Ending;
import io.haina.approval.Approval;
import io.haina.filter.Slice;
import io.haina.stats.Agenda;
import io.haina.stats.Backlog;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chapter on today. */
sealed interface TodayWire extends ApiWire {

    /**
     * A record to follow up.
     *
     * @param kind leads, customers, contacts or opportunities
     * @param overdue whether that was to be before today
     */
    @Schema(name = "DueFollowUp")
    record FollowUp(String kind, long id, String name, Instant nextContactAt, boolean overdue) implements TodayWire {

        static FollowUp of(Agenda.FollowUp due) {
            return new FollowUp(ApiNames.kind(due.kind()), due.id(), due.name(), due.nextContactAt(), due.overdue());
        }
    }

    /**
     * Requests that wait for the reader's decision.
     *
     * @param waiting how many; at least so many where {@code exact} is false
     */
    @Schema(name = "WaitingApprovals")
    record Waiting(long waiting, boolean exact, List<Request> items) implements TodayWire {

        static final Waiting NONE = new Waiting(0, true, List.of());

        static Waiting of(Slice<Approval> pending) {
            return new Waiting(
                    pending.total(),
                    pending.exact(),
                    pending.rows().stream().map(Request::of).toList());
        }
    }

    /**
     * A customer of a pool that is like most of those that the reader holds.
     *
     * @param alike in what: industry, region
     */
    record PoolMatch(
            long id,
            String name,
            @Nullable String industry,
            @Nullable String region,
            Instant pooledAt,
            List<String> alike)
            implements TodayWire {

        static PoolMatch of(Agenda.Match match) {
            List<String> alike = new ArrayList<>();
            if (match.sameIndustry()) {
                alike.add("industry");
            }
            if (match.sameRegion()) {
                alike.add("region");
            }
            return new PoolMatch(match.id(), match.name(), match.industry(), match.region(), match.pooledAt(), alike);
        }
    }

    /**
     * How much waits, of all that the reader holds.
     *
     * @param leadsToday leads to follow up on this day of the company's zone, and so on for each kind
     * @param leadsUntouched leads that nobody has followed up
     * @param expiring protections that end soon
     * @param contractsEnding contracts that end today or within the 30 days after it
     */
    @Schema(name = "TodayCounts")
    record Counted(
            long leadsToday,
            long customersToday,
            long contactsToday,
            long opportunitiesToday,
            long leadsUntouched,
            long customersUntouched,
            long expiring,
            long contractsEnding)
            implements TodayWire {

        static Counted of(Backlog backlog) {
            return new Counted(
                    backlog.leadsToday(),
                    backlog.customersToday(),
                    backlog.contactsToday(),
                    backlog.opportunitiesToday(),
                    backlog.leadsUntouched(),
                    backlog.customersUntouched(),
                    backlog.expiring(),
                    backlog.contractsEnding());
        }
    }

    /**
     * What somebody had best do today.
     *
     * @param date the day, of the company's zone
     */
    record Today(
            LocalDate date,
            List<FollowUp> followUps,
            List<Ending> expiring,
            Waiting approvals,
            List<PoolMatch> poolMatches,
            Counted counts)
            implements TodayWire {

        static Today of(LocalDate date, Agenda agenda, Waiting approvals, Backlog backlog) {
            return new Today(
                    date,
                    agenda.followUps().stream().map(FollowUp::of).toList(),
                    agenda.expiring().stream().map(Ending::of).toList(),
                    approvals,
                    agenda.matches().stream().map(PoolMatch::of).toList(),
                    Counted.of(backlog));
        }
    }
}
