package io.haina.api;

import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.api.TodayWire.Today;
import io.haina.api.TodayWire.Waiting;
import io.haina.approval.Approvals;
import io.haina.filter.Page;
import io.haina.stats.Stats;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What somebody had best do today. */
@RestController
@Tag(name = "today", description = "What somebody had best do today")
class TodayApi {

    private static final int MOST_APPROVALS = 5;

    private final Stats stats;
    private final Approvals approvals;
    private final Clock clock;

    TodayApi(Stats stats, Approvals approvals, Clock clock) {
        this.stats = stats;
        this.approvals = approvals;
        this.clock = clock;
    }

    @GetMapping("/api/v1/today")
    @Operation(
            summary =
                    "Follow-ups that are due, protections that end soon, requests to decide, customers of pools that fit")
    Today today(Actor actor) {
        Waiting waiting = actor.may(UseCase.APPROVAL_PENDING)
                ? Waiting.of(approvals.pending(actor, new Page(1, MOST_APPROVALS)))
                : Waiting.NONE;
        return Today.of(actor.tenant().dayOf(clock.instant()), stats.agenda(actor), waiting, stats.backlog(actor));
    }
}
