package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.catalog.Catalogs;
import io.haina.customer.CustomerBatches;
import io.haina.customer.CustomerRecords;
import io.haina.customer.CustomerStatus;
import io.haina.dialect.Sent;
import io.haina.dialect.wukong.CustomerWire.Deal;
import io.haina.dialect.wukong.CustomerWire.Lock;
import io.haina.dialect.wukong.CustomerWire.MadeCustomer;
import io.haina.dialect.wukong.CustomerWire.ToPool;
import io.haina.dialect.wukong.RecordWire.Draft;
import io.haina.dialect.wukong.RecordWire.ListAsked;
import io.haina.dialect.wukong.RecordWire.Listed;
import io.haina.dialect.wukong.RecordWire.One;
import io.haina.dialect.wukong.RecordWire.Several;
import io.haina.dialect.wukong.WukongWire.Done;
import io.haina.dialect.wukong.WukongWire.Envelope;
import io.haina.dialect.wukong.WukongWire.Found;
import io.haina.field.RecordKind;
import io.haina.ownership.Handover;
import io.haina.ownership.Transfers;
import io.haina.pool.PoolBatches;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.sharing.Power;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The document's chapter on customers (客户). */
@RestController
@Tag(name = "customer", description = "客户")
class CustomerApi extends RecordApi {

    private static final String PUT = "放入公海";

    private final CustomerRecords customers;
    private final CustomerBatches batches;
    private final Transfers transfers;
    private final PoolBatches pools;
    private final ContactsApi contacts;

    CustomerApi(
            CustomerRecords customers,
            CustomerBatches batches,
            Transfers transfers,
            PoolBatches pools,
            ContactsApi contacts,
            Catalogs catalogs,
            RecordFilters filters,
            Clock clock) {
        super(RecordKind.CUSTOMER, catalogs, filters, clock);
        this.customers = customers;
        this.batches = batches;
        this.transfers = transfers;
        this.pools = pools;
        this.contacts = contacts;
    }

    @RequestMapping("/api/CrmCustomer/addOrUpdate")
    @Operation(summary = "新增或修改客户")
    Envelope save(Actor actor, @Sent Draft draft) {
        Long id = id(draft);
        Map<String, @Nullable Object> raw = raw(actor, draft);
        if (id != null) {
            customers.change(actor, id, raw);
            return new Done();
        }
        long made = customers.add(actor, raw);
        return new Found<>(
                new MadeCustomer(made, String.valueOf(customers.get(actor, made).text("name"))));
    }

    @RequestMapping("/api/CrmCustomer/queryPageList")
    @Operation(summary = "客户列表,支持场景与高级筛选")
    Found<Listed> list(Actor actor, @Sent ListAsked asked) {
        return new Found<>(listed(actor, asked, customers::list));
    }

    /** The document prints this path for a contact's detail too: the number that is named tells which is meant. */
    @RequestMapping("/api/CrmCustomer/queryById")
    @Operation(summary = "客户详情;带 contactsId 时为联系人详情")
    Found<Map<String, @Nullable Object>> get(Actor actor, @Sent One one) {
        if (one.customerId() == null && one.contactsId() != null) {
            return contacts.get(actor, one);
        }
        return new Found<>(detailed(actor, customers.get(actor, id(one))));
    }

    @RequestMapping("/api/CrmCustomer/setDealStatus")
    @Operation(summary = "批量修改成交状态")
    Done deal(Actor actor, @Sent Deal deal) {
        Boolean won = WukongFilters.flag("dealStatus", deal.dealStatus(), 0, 1);
        if (won == null) {
            throw Refused.invalid("dealStatus", Rule.REQUIRED);
        }
        batches.changeStatus(
                actor, RecordFilters.ids("ids", deal.ids()), won ? CustomerStatus.WON : CustomerStatus.FOLLOWING);
        return new Done();
    }

    @RequestMapping("/api/CrmCustomer/transfer")
    @Operation(summary = "批量转移客户")
    Done transfer(Actor actor, @Sent Several several) {
        transfers.transfer(
                actor,
                RecordFilters.ids(several),
                WukongFilters.required("newOwnerUserId", several.newOwnerUserId()),
                handover(several));
        return new Done();
    }

    private static Handover handover(Several several) {
        Power stays = MemberNames.staying(several.transferType(), several.power());
        return MemberNames.handover(stays, RecordFilters.optionalIds(several.changeType()));
    }

    @RequestMapping("/api/CrmCustomer/updateCustomerByIds")
    @Operation(summary = "客户放入公海")
    Done toPool(Actor actor, @Sent ToPool order) {
        pools.put(
                actor,
                RecordFilters.ids("ids", order.ids()),
                order.poolId(),
                order.reason() == null || order.reason().isBlank() ? PUT : order.reason());
        return new Done();
    }

    @RequestMapping("/api/CrmCustomer/deleteByIds")
    @Operation(summary = "批量删除客户")
    Done delete(Actor actor, @Sent Several several) {
        batches.delete(actor, RecordFilters.ids(several));
        return new Done();
    }

    /** {@code status} 1 unlocks and 2 locks; clients of a later version send {@code isLock} 0 and 1. */
    @RequestMapping("/api/CrmCustomer/lock")
    @Operation(summary = "批量锁定或解锁客户")
    Done lock(Actor actor, @Sent Lock lock) {
        Boolean status = WukongFilters.flag("status", lock.status(), 1, 2);
        Boolean locked = status == null ? WukongFilters.flag("isLock", lock.isLock(), 0, 1) : status;
        if (locked == null) {
            throw Refused.invalid("status", Rule.REQUIRED);
        }
        var ids = RecordFilters.ids("ids", lock.ids());
        if (locked) {
            transfers.lock(actor, ids);
        } else {
            transfers.unlock(actor, ids);
        }
        return new Done();
    }
}
