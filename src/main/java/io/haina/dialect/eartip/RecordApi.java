package io.haina.dialect.eartip;

import io.haina.access.Actor;
import io.haina.activity.Journal;
import io.haina.activity.JournalDraft;
import io.haina.activity.JournalEntry;
import io.haina.activity.JournalKind;
import io.haina.activity.TimeWindow;
import io.haina.dialect.Numbers;
import io.haina.dialect.Sent;
import io.haina.dialect.eartip.EartipWire.Done;
import io.haina.dialect.eartip.EartipWire.Listed;
import io.haina.dialect.eartip.EartipWire.Made;
import io.haina.dialect.eartip.RecordWire.Demand;
import io.haina.dialect.eartip.RecordWire.DemandChange;
import io.haina.dialect.eartip.RecordWire.Follow;
import io.haina.dialect.eartip.RecordWire.FollowChange;
import io.haina.dialect.eartip.RecordWire.Upload;
import io.haina.dialect.eartip.RecordWire.Uploaded;
import io.haina.dialect.eartip.RecordWire.Wanted;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.staff.Profile;
import io.haina.staff.Profiles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Document 001, visits (跟进) and changes of demand (需求变更). */
@RestController
@Tag(name = "record", description = "跟进与需求记录")
class RecordApi {

    private final Journal journal;
    private final Profiles profiles;
    private final Clock clock;

    RecordApi(Journal journal, Profiles profiles, Clock clock) {
        this.journal = journal;
        this.profiles = profiles;
        this.clock = clock;
    }

    @PostMapping("/api/record/upload")
    @Operation(summary = "上报需求变更(content)、跟进(event)或两者")
    Made<Uploaded> upload(Actor actor, @Sent Upload upload) {
        long customer = EartipFilters.required("customers_id", upload.customer());
        List<Long> followers = followers(upload.followers());
        Instant time = time(actor, EartipFilters.required("record_time", upload.time()));
        boolean wanted = upload.content() != null && !upload.content().isBlank();
        if (!wanted && upload.event() == null) {
            throw Refused.invalid("content", Rule.REQUIRED);
        }
        List<JournalDraft> drafts = new ArrayList<>();
        if (upload.event() != null) {
            drafts.add(new JournalDraft(
                    JournalKind.ACTIVITY,
                    customer,
                    upload.organization(),
                    followers,
                    time,
                    RecordNames.kind(upload.event()),
                    upload.gain(),
                    upload.eventAttach(),
                    upload.eventNote()));
        }
        if (wanted) {
            drafts.add(new JournalDraft(
                    JournalKind.DEMAND,
                    customer,
                    upload.organization(),
                    followers,
                    time,
                    null,
                    upload.content(),
                    upload.contentAttach(),
                    upload.contentNote()));
        }
        List<Long> made = journal.add(actor, drafts);
        return new Made<>(
                new Uploaded(upload.event() == null ? null : made.getFirst(), wanted ? made.getLast() : null), "创建成功");
    }

    @GetMapping("/api/record/follow")
    @Operation(summary = "跟进记录")
    Listed<Follow> follows(Actor actor, @Sent Wanted wanted) {
        Page page = EartipFilters.page(wanted.page(), wanted.count());
        if (wanted.follow() != null) {
            return follows(actor, one(journal.get(actor, JournalKind.ACTIVITY, wanted.follow()), page));
        }
        TimeWindow window = window(actor, wanted);
        return follows(
                actor,
                wanted.customer() == null
                        ? journal.list(actor, JournalKind.ACTIVITY, window, page)
                        : journal.of(actor, JournalKind.ACTIVITY, wanted.customer(), window, page));
    }

    @PostMapping("/api/record/follow")
    @Operation(summary = "修改跟进记录;未传的内容不变,传空则清空")
    Done changeFollow(Actor actor, @Sent FollowChange change) {
        long id = EartipFilters.required("follow_id", change.id());
        int event = Math.toIntExact(EartipFilters.required(
                "event", change.event() == null ? null : change.event().longValue()));
        journal.change(
                actor,
                id,
                new JournalDraft(
                        JournalKind.ACTIVITY,
                        EartipFilters.required("customers_id", change.customer()),
                        EartipFilters.required("organization_id", change.organization()),
                        followers(change.followers()),
                        time(actor, EartipFilters.required("record_time", change.time())),
                        event == 0 ? null : RecordNames.kind(event),
                        change.gain(),
                        change.attach(),
                        change.note()));
        return new Done("修改成功");
    }

    @RequestMapping(
            path = "/api/record/delfollow",
            method = {RequestMethod.POST, RequestMethod.DELETE, RequestMethod.GET})
    @Operation(summary = "删除跟进记录")
    Done deleteFollow(Actor actor, @Sent Wanted wanted) {
        journal.delete(actor, JournalKind.ACTIVITY, EartipFilters.required("follow_id", wanted.follow()));
        return new Done("删除成功");
    }

    @GetMapping("/api/record/demand")
    @Operation(summary = "需求变更记录;未传 customers_id 时为最新一条记录的客户的")
    Listed<Demand> demands(Actor actor, @Sent Wanted wanted) {
        Page page = EartipFilters.page(wanted.page(), wanted.count());
        if (wanted.demand() != null) {
            return demands(actor, one(journal.get(actor, JournalKind.DEMAND, wanted.demand()), page));
        }
        TimeWindow window = window(actor, wanted);
        return demands(
                actor,
                wanted.customer() == null
                        ? journal.ofNewest(actor, JournalKind.DEMAND, window, page)
                        : journal.of(actor, JournalKind.DEMAND, wanted.customer(), window, page));
    }

    @PostMapping("/api/record/demand")
    @Operation(summary = "修改需求变更记录;未传的内容不变,传空则清空")
    Done changeDemand(Actor actor, @Sent DemandChange change) {
        long id = EartipFilters.required("demand_id", change.id());
        journal.change(
                actor,
                id,
                new JournalDraft(
                        JournalKind.DEMAND,
                        EartipFilters.required("customers_id", change.customer()),
                        EartipFilters.required("organization_id", change.organization()),
                        followers(change.followers()),
                        EartipFilters.time(actor, "record_time", change.time()),
                        null,
                        EartipFilters.required("content", change.content()),
                        change.attach(),
                        change.note()));
        return new Done("修改成功");
    }

    @RequestMapping(
            path = "/api/record/deldemand",
            method = {RequestMethod.POST, RequestMethod.DELETE, RequestMethod.GET})
    @Operation(summary = "删除需求变更记录")
    Done deleteDemand(Actor actor, @Sent Wanted wanted) {
        journal.delete(actor, JournalKind.DEMAND, EartipFilters.required("demand_id", wanted.demand()));
        return new Done("删除成功");
    }

    private static List<Long> followers(@Nullable Numbers sent) {
        if (sent == null || sent.values().isEmpty()) {
            throw Refused.invalid("follower_id", Rule.REQUIRED);
        }
        return sent.values();
    }

    private static @Nullable Instant time(Actor actor, String sent) {
        return EartipFilters.time(actor, "record_time", sent);
    }

    private TimeWindow window(Actor actor, Wanted wanted) {
        return EartipFilters.timeWindow(actor, clock.instant(), wanted.start(), wanted.end());
    }

    private static Slice<JournalEntry> one(JournalEntry entry, Page page) {
        return new Slice<>(page.number() == 1 ? List.of(entry) : List.of(), page, 1, true);
    }

    private Listed<Follow> follows(Actor actor, Slice<JournalEntry> slice) {
        Map<Long, Profile> people = people(actor, slice);
        return Listed.of(
                slice.map(entry -> Follow.of(entry, people, actor.tenant().zone())));
    }

    private Listed<Demand> demands(Actor actor, Slice<JournalEntry> slice) {
        Map<Long, Profile> people = people(actor, slice);
        return Listed.of(
                slice.map(entry -> Demand.of(entry, people, actor.tenant().zone())));
    }

    private Map<Long, Profile> people(Actor actor, Slice<JournalEntry> slice) {
        return profiles.byIds(
                actor,
                slice.rows().stream()
                        .flatMap(entry -> Stream.concat(Stream.of(entry.operator()), entry.followers().stream()))
                        .distinct()
                        .toList());
    }
}
