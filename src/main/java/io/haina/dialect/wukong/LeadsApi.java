package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.catalog.Catalogs;
import io.haina.dialect.Sent;
import io.haina.dialect.wukong.FollowUpWire.FollowUp;
import io.haina.dialect.wukong.RecordWire.Draft;
import io.haina.dialect.wukong.RecordWire.ListAsked;
import io.haina.dialect.wukong.RecordWire.Listed;
import io.haina.dialect.wukong.RecordWire.Made;
import io.haina.dialect.wukong.RecordWire.One;
import io.haina.dialect.wukong.RecordWire.Several;
import io.haina.dialect.wukong.WukongWire.Done;
import io.haina.dialect.wukong.WukongWire.Envelope;
import io.haina.dialect.wukong.WukongWire.Found;
import io.haina.field.RecordKind;
import io.haina.lead.Leads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The document's chapter on leads (线索). */
@RestController
@Tag(name = "leads", description = "线索")
class LeadsApi extends RecordApi {

    private final Leads leads;
    private final FollowUpApi followUps;

    LeadsApi(Leads leads, FollowUpApi followUps, Catalogs catalogs, RecordFilters filters, Clock clock) {
        super(RecordKind.LEAD, catalogs, filters, clock);
        this.leads = leads;
        this.followUps = followUps;
    }

    @RequestMapping("/api/CrmLeads/queryPageList")
    @Operation(summary = "线索列表,支持场景与高级筛选;不带场景时为未转化的线索")
    Found<Listed> list(Actor actor, @Sent ListAsked asked) {
        return new Found<>(listed(actor, asked, leads::list));
    }

    @RequestMapping("/api/CrmLeads/queryById")
    @Operation(summary = "线索详情")
    Found<Map<String, @Nullable Object>> get(Actor actor, @Sent One one) {
        return new Found<>(detailed(actor, leads.get(actor, id(one))));
    }

    @RequestMapping("/api/CrmLeads/changeOwnerUser")
    @Operation(summary = "线索转移给其他人")
    Done moveTo(Actor actor, @Sent Several several) {
        leads.moveTo(
                actor, RecordFilters.ids(several), WukongFilters.required("newOwnerUserId", several.newOwnerUserId()));
        return new Done();
    }

    @RequestMapping("/api/CrmLeads/transfer")
    @Operation(summary = "线索转化为客户")
    Done convert(Actor actor, @Sent Several several) {
        leads.convert(actor, RecordFilters.ids(several));
        return new Done();
    }

    @RequestMapping("/api/CrmLeads/deleteByIds")
    @Operation(summary = "批量删除线索")
    Done delete(Actor actor, @Sent Several several) {
        leads.delete(actor, RecordFilters.ids(several));
        return new Done();
    }

    /** The document prints this path for a follow-up too: a form with its content, and no entity. */
    @Operation(summary = "新增或修改线索;不带 entity 时为跟进")
    @RequestMapping("/api/CrmLeads/addOrUpdate")
    Envelope save(Actor actor, @Sent Draft draft, @Sent FollowUp followUp) {
        if (draft.entity() == null && followUp.activityTypeId() != null) {
            return followUps.add(actor, followUp);
        }
        Long id = id(draft);
        Map<String, @Nullable Object> raw = raw(actor, draft);
        if (id != null) {
            leads.change(actor, id, raw);
            return new Done();
        }
        return new Found<>(new Made(leads.add(actor, raw)));
    }
}
