package io.haina.dialect.outreach;

import io.haina.access.Actor;
import io.haina.dialect.outreach.OutreachWire.Answer;
import io.haina.dialect.outreach.OutreachWire.Ids;
import io.haina.dialect.outreach.OutreachWire.LeadRow;
import io.haina.dialect.outreach.OutreachWire.LeadRows;
import io.haina.outreach.Outreach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Turns outreach records into leads. Each becomes one once, so these need no key to be sent again. */
@RestController
@RequestMapping("/api/contacts")
@Tag(name = "leads", description = "转为线索")
class ContactLeadsApi {

    private final Outreach outreach;

    ContactLeadsApi(Outreach outreach) {
        this.outreach = outreach;
    }

    @PostMapping("/{id}/lead")
    @Operation(summary = "转为线索;已转过的给出原线索")
    Answer<LeadRow> convert(Actor actor, @PathVariable String id) {
        return new Answer<>(LeadRow.of(
                outreach.toLeads(actor, List.of(OutreachFilters.id(id))).getFirst()));
    }

    @PostMapping("/leads")
    @Operation(summary = "批量转为线索,一次最多 1000 条,全部成功或全部不变")
    Answer<LeadRows> convertAll(Actor actor, @RequestBody Ids ids) {
        return new Answer<>(LeadRows.of(outreach.toLeads(actor, OutreachFilters.ids(ids.ids()))));
    }
}
