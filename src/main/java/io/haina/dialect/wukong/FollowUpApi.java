package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.activity.RecordActivities;
import io.haina.activity.RecordActivity;
import io.haina.activity.RecordActivityDraft;
import io.haina.dialect.Sent;
import io.haina.dialect.wukong.FollowUpWire.FollowUp;
import io.haina.dialect.wukong.FollowUpWire.Followed;
import io.haina.dialect.wukong.FollowUpWire.Shown;
import io.haina.dialect.wukong.WukongWire.Done;
import io.haina.dialect.wukong.WukongWire.Found;
import io.haina.field.Moments;
import io.haina.field.RecordKind;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Following up (跟进): what was said with whom, and when to be in touch again. */
@RestController
class FollowUpApi {

    private final RecordActivities activities;

    FollowUpApi(RecordActivities activities) {
        this.activities = activities;
    }

    /** The document prints {@code /api/CrmLeads/addOrUpdate} for it; clients have this path too. */
    @Operation(summary = "新增跟进")
    @RequestMapping("/api/CrmActivity/addCrmActivityRecord")
    Done add(Actor actor, @Sent FollowUp followUp) {
        return add(
                actor,
                RecordNames.kind("activityType", WukongFilters.required("activityType", followUp.activityType())),
                WukongFilters.required("activityTypeId", followUp.activityTypeId()),
                followUp);
    }

    @Operation(summary = "新增跟进(旧)")
    @RequestMapping("/api/CrmLeads/addRecord")
    Done addToLead(Actor actor, @Sent FollowUp followUp) {
        return addOlder(actor, RecordKind.LEAD, followUp);
    }

    @Operation(summary = "新增跟进(旧)")
    @RequestMapping("/api/CrmCustomer/addRecord")
    Done addToCustomer(Actor actor, @Sent FollowUp followUp) {
        return addOlder(actor, RecordKind.CUSTOMER, followUp);
    }

    @Operation(summary = "新增跟进(旧)")
    @RequestMapping("/api/CrmContacts/addRecord")
    Done addToContact(Actor actor, @Sent FollowUp followUp) {
        return addOlder(actor, RecordKind.CONTACT, followUp);
    }

    @Operation(summary = "新增跟进(旧)")
    @RequestMapping("/api/CrmBusiness/addRecord")
    Done addToBusiness(Actor actor, @Sent FollowUp followUp) {
        return addOlder(actor, RecordKind.OPPORTUNITY, followUp);
    }

    /** The older form names the record by {@code typesId}. */
    private Done addOlder(Actor actor, RecordKind kind, FollowUp followUp) {
        return add(actor, kind, WukongFilters.required("typesId", followUp.typesId()), followUp);
    }

    private Done add(Actor actor, RecordKind kind, long id, FollowUp followUp) {
        activities.add(
                actor,
                kind,
                id,
                new RecordActivityDraft(
                        FollowUpNames.kind(followUp.category()),
                        followUp.category(),
                        followUp.content(),
                        null,
                        next(actor, followUp.nextTime()),
                        RecordFilters.optionalIds(followUp.contactsIds()),
                        RecordFilters.optionalIds(followUp.businessIds())));
        return new Done();
    }

    private static @Nullable Instant next(Actor actor, @Nullable String time) {
        return time == null || time.isBlank()
                ? null
                : Moments.instant("nextTime", time, actor.tenant().zone());
    }

    @Operation(summary = "跟进记录")
    @RequestMapping("/api/CrmLeads/getRecord")
    Found<List<Shown>> ofLead(Actor actor, @Sent Followed followed) {
        return shown(actor, RecordKind.LEAD, followed.leadsId(), followed);
    }

    @Operation(summary = "跟进记录")
    @RequestMapping("/api/CrmCustomer/getRecord")
    Found<List<Shown>> ofCustomer(Actor actor, @Sent Followed followed) {
        return shown(actor, RecordKind.CUSTOMER, followed.customerId(), followed);
    }

    @Operation(summary = "跟进记录")
    @RequestMapping("/api/CrmContacts/getRecord")
    Found<List<Shown>> ofContact(Actor actor, @Sent Followed followed) {
        return shown(actor, RecordKind.CONTACT, followed.contactsId(), followed);
    }

    @Operation(summary = "跟进记录")
    @RequestMapping("/api/CrmBusiness/getRecord")
    Found<List<Shown>> ofBusiness(Actor actor, @Sent Followed followed) {
        return shown(actor, RecordKind.OPPORTUNITY, followed.businessId(), followed);
    }

    private Found<List<Shown>> shown(Actor actor, RecordKind kind, @Nullable Long id, Followed followed) {
        var page = WukongFilters.page(followed.page(), followed.limit());
        var found = activities.of(actor, kind, WukongFilters.required(RecordNames.id(kind), id), page);
        return new Found<>(found.rows().stream().map(each -> shown(actor, each)).toList());
    }

    private static Shown shown(Actor actor, RecordActivity activity) {
        var zone = actor.tenant().zone();
        return new Shown(
                activity.id(),
                activity.content(),
                FollowUpNames.category(activity),
                WukongNames.timeOrNull(activity.nextContactAt(), zone),
                WukongNames.time(activity.happenedAt(), zone),
                activity.staffId(),
                activity.staffName(),
                RecordNames.ids(activity.contacts()),
                RecordNames.ids(activity.opportunities()));
    }

    /** The ways of being in touch that a client offers. */
    @Operation(summary = "跟进方式")
    @RequestMapping("/api/CrmRecord/queryRecordOptions")
    Found<List<String>> categories(Actor actor) {
        return new Found<>(FollowUpNames.CATEGORIES);
    }
}
