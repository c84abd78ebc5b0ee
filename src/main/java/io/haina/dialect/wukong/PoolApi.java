package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.catalog.Catalogs;
import io.haina.dialect.Sent;
import io.haina.dialect.wukong.PoolWire.Given;
import io.haina.dialect.wukong.PoolWire.Named;
import io.haina.dialect.wukong.PoolWire.Rules;
import io.haina.dialect.wukong.RecordWire.ListAsked;
import io.haina.dialect.wukong.RecordWire.Listed;
import io.haina.dialect.wukong.WukongWire.Done;
import io.haina.dialect.wukong.WukongWire.Found;
import io.haina.field.RecordKind;
import io.haina.pool.Pool;
import io.haina.pool.PoolBatches;
import io.haina.pool.Pools;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Customers that nobody holds (公海): which pools there are, what lies in them, and taking out of them. */
@RestController
@Tag(name = "pool", description = "公海")
class PoolApi extends RecordApi {

    private final Pool pool;
    private final Pools pools;
    private final PoolBatches batches;

    PoolApi(Pool pool, Pools pools, PoolBatches batches, Catalogs catalogs, RecordFilters filters, Clock clock) {
        super(RecordKind.CUSTOMER, catalogs, filters, clock);
        this.pool = pool;
        this.pools = pools;
        this.batches = batches;
    }

    @RequestMapping("/api/CrmCustomerPool/queryPoolNameListByAuth")
    @Operation(summary = "可见的公海")
    Found<List<Named>> names(Actor actor) {
        return new Found<>(pools.open(actor).stream()
                .map(each -> new Named(each.id(), each.name(), each.isDefault() ? 1 : 0))
                .toList());
    }

    @RequestMapping("/api/CrmCustomerPool/queryPageList")
    @Operation(summary = "公海客户列表")
    Found<Listed> list(Actor actor, @Sent ListAsked asked) {
        return new Found<>(listed(actor, asked, pool::list));
    }

    @RequestMapping({"/api/CrmCustomer/receiveByIds", "/api/CrmCustomerPool/receiveByIds"})
    @Operation(summary = "领取公海客户")
    Done receive(Actor actor, @Sent Given given) {
        batches.receive(actor, RecordFilters.ids("ids", given.ids()));
        return new Done();
    }

    @RequestMapping({"/api/CrmCustomer/distributeByIds", "/api/CrmCustomerPool/distributeByIds"})
    @Operation(summary = "分配公海客户")
    Done distribute(Actor actor, @Sent Given given) {
        batches.distribute(
                actor, RecordFilters.ids("ids", given.ids()), WukongFilters.required("userId", given.userId()));
        return new Done();
    }

    /** The company's rules for holding and claiming customers. */
    @RequestMapping("/api/CrmCustomer/getRulesSetting")
    @Operation(summary = "客户持有与领取规则")
    Found<Rules> rules(Actor actor) {
        var tenant = actor.tenant();
        return new Found<>(new Rules(
                1,
                tenant.protection().toString(),
                tenant.claimsPerDay(),
                tenant.maximumHeld(),
                tenant.coolDown().toString(),
                tenant.expiringWindow().toString()));
    }
}
