package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.catalog.Catalogs;
import io.haina.contact.Contacts;
import io.haina.dialect.Sent;
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
import io.haina.opportunity.Opportunities;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The document's chapter on contacts (联系人). */
@RestController
class ContactsApi extends RecordApi {

    private final Contacts contacts;
    private final Opportunities opportunities;
    private final TransactionTemplate transaction;

    ContactsApi(
            Contacts contacts,
            Opportunities opportunities,
            TransactionTemplate transaction,
            Catalogs catalogs,
            RecordFilters filters,
            Clock clock) {
        super(RecordKind.CONTACT, catalogs, filters, clock);
        this.contacts = contacts;
        this.opportunities = opportunities;
        this.transaction = transaction;
    }

    /** A new one that names an opportunity at its top is linked with it. */
    @Operation(summary = "新增或修改联系人")
    @RequestMapping("/api/CrmContacts/addOrUpdate")
    Envelope save(Actor actor, @Sent Draft draft) {
        Long id = id(draft);
        Map<String, @Nullable Object> raw = raw(actor, draft);
        if (id != null) {
            contacts.change(actor, id, raw);
            return new Done();
        }
        Long made = transaction.execute(status -> {
            long contact = contacts.add(actor, raw);
            if (draft.businessId() != null) {
                opportunities.link(actor, draft.businessId(), List.of(contact));
            }
            return contact;
        });
        return new Found<>(new Made(made));
    }

    @Operation(summary = "联系人列表")
    @RequestMapping("/api/CrmContacts/queryPageList")
    Found<Listed> list(Actor actor, @Sent ListAsked asked) {
        return new Found<>(listed(actor, asked, contacts::list));
    }

    @Operation(summary = "联系人详情")
    @RequestMapping("/api/CrmContacts/queryById")
    Found<Map<String, @Nullable Object>> get(Actor actor, @Sent One one) {
        return new Found<>(detailed(actor, contacts.get(actor, id(one))));
    }

    @Operation(summary = "联系人批量转移")
    @RequestMapping({"/api/CrmContacts/transfer", "/api/CrmContacts/changeOwnerUser"})
    Done moveTo(Actor actor, @Sent Several several) {
        contacts.moveTo(
                actor, RecordFilters.ids(several), WukongFilters.required("newOwnerUserId", several.newOwnerUserId()));
        return new Done();
    }

    @Operation(summary = "联系人批量删除")
    @RequestMapping("/api/CrmContacts/deleteByIds")
    Done delete(Actor actor, @Sent Several several) {
        contacts.delete(actor, RecordFilters.ids(several));
        return new Done();
    }
}
