package io.haina.dialect.eartip;

import io.haina.access.Actor;
import io.haina.activity.Journal;
import io.haina.activity.JournalCount;
import io.haina.activity.JournalKind;
import io.haina.activity.TimeWindow;
import io.haina.dialect.Numbers;
import io.haina.dialect.Sent;
import io.haina.dialect.eartip.EartipWire.Found;
import io.haina.dialect.eartip.EartipWire.PageInfo;
import io.haina.dialect.eartip.RecordWire.DemandCount;
import io.haina.dialect.eartip.RecordWire.DemandsWanted;
import io.haina.dialect.eartip.RecordWire.FollowCount;
import io.haina.dialect.eartip.RecordWire.FollowsWanted;
import io.haina.filter.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Document 001, how often companies were followed up and their demands changed: rows and page in one list of two. */
@RestController
@Tag(name = "stats", description = "统计")
class RecordStatsApi {

    private final Journal journal;
    private final Clock clock;

    RecordStatsApi(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @GetMapping("/api/stats/demand")
    @Operation(summary = "各单位的需求变更次数")
    Found<List<Object>> demands(Actor actor, @Sent DemandsWanted wanted) {
        @Nullable Numbers organizations = wanted.organizations();
        List<Long> ids = organizations == null ? List.of() : organizations.values();
        Page page = EartipFilters.page(wanted.page(), wanted.count());
        TimeWindow window = EartipFilters.timeWindow(actor, clock.instant(), wanted.start(), wanted.end());
        return answer(
                journal.counts(actor, JournalKind.DEMAND, ids, window),
                page,
                each -> new DemandCount(each.customer(), each.count(), first(actor, each)));
    }

    @GetMapping("/api/stats/follow")
    @Operation(summary = "单位的跟进次数")
    Found<List<Object>> follows(Actor actor, @Sent FollowsWanted wanted) {
        long id = EartipFilters.required("organization_id", wanted.organization());
        Page page = EartipFilters.page(wanted.page(), wanted.count());
        TimeWindow window = EartipFilters.timeWindow(actor, clock.instant(), wanted.start(), wanted.end());
        return answer(
                journal.counts(actor, JournalKind.ACTIVITY, List.of(id), window),
                page,
                each -> new FollowCount(each.customer(), each.count(), first(actor, each)));
    }

    private static String first(Actor actor, JournalCount count) {
        return EartipNames.time(count.first(), actor.tenant().zone());
    }

    private static Found<List<Object>> answer(
            List<JournalCount> counts, Page page, Function<JournalCount, RecordWire> row) {
        List<RecordWire> rows =
                counts.stream().skip(page.offset()).limit(page.size()).map(row).toList();
        return new Found<>(List.of(rows, PageInfo.of(counts.size(), page)));
    }
}
