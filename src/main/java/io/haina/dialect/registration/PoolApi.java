package io.haina.dialect.registration;

import io.haina.access.Actor;
import io.haina.dialect.Inputs;
import io.haina.dialect.registration.PoolWire.ClaimPage;
import io.haina.dialect.registration.PoolWire.ClaimWish;
import io.haina.dialect.registration.PoolWire.ClaimedCustomer;
import io.haina.dialect.registration.PoolWire.PoolPage;
import io.haina.dialect.registration.PoolWire.ReleaseWish;
import io.haina.dialect.registration.PoolWire.Released;
import io.haina.dialect.registration.RegistrationWire.Done;
import io.haina.dialect.registration.RegistrationWire.Found;
import io.haina.filter.Filter;
import io.haina.pool.Pool;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Document 000, the public pool. */
@RestController
@RequestMapping("/api/pool")
@Tag(name = "pool", description = "公海")
class PoolApi {

    private final Pool pool;

    PoolApi(Pool pool) {
        this.pool = pool;
    }

    @GetMapping("/customers")
    @Operation(summary = "公海客户列表")
    Found<PoolPage> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String keyword,
            @RequestParam(required = false) @Nullable String industry,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String limit) {
        Filter wish = RegistrationFilters.customers(null, keyword, industry, region, source);
        return new Found<>(PoolPage.of(
                pool.list(actor, wish, RegistrationFilters.page(page, limit, 20)),
                actor.tenant().zone()));
    }

    @PostMapping("/claim")
    @Operation(summary = "领取公海客户")
    Done<ClaimedCustomer> claim(Actor actor, @RequestBody ClaimWish wish) {
        return new Done<>(
                "客户领取成功",
                ClaimedCustomer.of(
                        pool.claim(actor, Inputs.uuid("customer_id", wish.customerId())),
                        actor.tenant().zone()));
    }

    @PostMapping("/release")
    @Operation(summary = "释放客户到公海,须说明原因")
    Done<Released> release(Actor actor, @RequestBody ReleaseWish wish) {
        UUID customer = Inputs.uuid("customer_id", wish.customerId());
        pool.release(actor, customer, wish.releaseReason());
        return new Done<>("客户已释放到公海", new Released(customer));
    }

    @GetMapping("/my-claims")
    @Operation(summary = "我的领取记录")
    Found<ClaimPage> myClaims(
            Actor actor,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String limit) {
        return new Found<>(ClaimPage.of(
                pool.myClaims(actor, RegistrationFilters.page(page, limit, 20)),
                actor.tenant().zone()));
    }
}
