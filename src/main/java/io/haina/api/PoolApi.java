package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiWire.Items;
import io.haina.api.ApiWire.Listed;
import io.haina.api.PoolWire.Claim;
import io.haina.api.PoolWire.PoolView;
import io.haina.api.PoolWire.WrittenPool;
import io.haina.dialect.Edition;
import io.haina.idempotency.Once;
import io.haina.pool.Pool;
import io.haina.pool.Pools;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import io.haina.stats.Stats;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pools, how much may be claimed out of them, and what was. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "pool", description = "Customers that nobody holds")
class PoolApi {

    private final Pool pool;
    private final Pools pools;
    private final Stats stats;

    PoolApi(Pool pool, Pools pools, Stats stats) {
        this.pool = pool;
        this.pools = pools;
        this.stats = stats;
    }

    @GetMapping("/pool")
    @Operation(summary = "What one may still claim and hold, and how many customers lie in each pool that one sees")
    PoolWire.Chances chances(Actor actor) {
        return PoolWire.Chances.of(pool.quota(actor), pools.open(actor), stats.pooled(actor));
    }

    @GetMapping("/claims")
    @Operation(summary = "One's own claims, the newest first")
    Listed<Claim> claims(
            Actor actor,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        return Listed.of(pool.myClaims(actor, ApiNames.page(page, size)).map(Claim::of));
    }

    @GetMapping("/pools")
    @Operation(summary = "The pools that one sees, with their rules")
    Items<PoolView> list(Actor actor) {
        return new Items<>(pools.open(actor).stream().map(PoolView::of).toList());
    }

    @PostMapping("/pools")
    @Operation(summary = "Make a pool")
    @ApiResponse(responseCode = "201")
    ResponseEntity<PoolView> make(Actor actor, Once once, @RequestBody WrittenPool written) {
        long id = once.made(written, () -> pools.make(actor, written.draft()));
        return ResponseEntity.created(URI.create("/api/v1/pools/" + id)).body(one(actor, id));
    }

    @GetMapping("/pools/{id}")
    @Operation(summary = "One pool")
    ResponseEntity<PoolView> get(Actor actor, @PathVariable String id, Edition edition) {
        return edition.shown(one(actor, ApiNames.id(Problem.Kind.POOL, id)));
    }

    @PutMapping("/pools/{id}")
    @Operation(
            summary =
                    "Give a pool other rules, which hold for claims from then on; what is absent follows the company's")
    ResponseEntity<PoolView> change(
            Actor actor, @PathVariable String id, @RequestBody WrittenPool written, Edition edition) {
        long pool = ApiNames.id(Problem.Kind.POOL, id);
        return edition.change(
                () -> pools.hold(actor, pool),
                () -> one(actor, pool),
                () -> pools.change(actor, pool, written.draft()));
    }

    @DeleteMapping("/pools/{id}")
    @Operation(summary = "Take away a pool in which nothing lies")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> delete(Actor actor, @PathVariable String id, Edition edition) {
        long pool = ApiNames.id(Problem.Kind.POOL, id);
        return edition.delete(() -> pools.hold(actor, pool), () -> one(actor, pool), () -> pools.delete(actor, pool));
    }

    private PoolView one(Actor actor, long id) {
        return pools.open(actor).stream()
                .filter(pool -> pool.id() == id)
                .findFirst()
                .map(PoolView::of)
                .orElseThrow(() -> Refused.notFound(Problem.Kind.POOL));
    }
}
