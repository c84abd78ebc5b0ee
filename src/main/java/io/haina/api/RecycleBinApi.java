package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiWire.Link;
import io.haina.api.ApiWire.Listed;
import io.haina.api.HistoryWire.BroughtBack;
import io.haina.api.HistoryWire.Deleted;
import io.haina.field.RecordKind;
import io.haina.idempotency.Idempotency.Codec;
import io.haina.idempotency.Once;
import io.haina.kind.DeletedRecord.Person;
import io.haina.kind.RecycleBin;
import io.haina.record.LinkKind;
import io.haina.record.LinkNames;
import io.haina.record.LinkNames.Names;
import io.haina.record.Restored;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was deleted, and the way back. */
@RestController
@RequestMapping("/api/v1/deleted")
@Tag(name = "history")
class RecycleBinApi {

    static final Codec<BroughtBack> BROUGHT_BACK = JsonNames.answers(BroughtBack.class);

    private final RecycleBin bin;
    private final LinkNames names;

    RecycleBinApi(RecycleBin bin, LinkNames names) {
        this.bin = bin;
        this.names = names;
    }

    @GetMapping
    @Operation(summary = "The deleted records of a kind that one may bring back, the last deleted first")
    Listed<Deleted> list(
            Actor actor,
            @RequestParam @Parameter(description = "as paths name it", example = "customers") String kind,
            @RequestParam(required = false) @Parameter(description = "from 1") @Nullable String page,
            @RequestParam(required = false) @Parameter(description = "from 1 to 100, 25 where absent") @Nullable
                    String size) {
        RecordKind of = ApiNames.namedKind("kind", kind);
        return Listed.of(bin.list(actor, of, ApiFilters.page(page, size))
                .map(deleted -> new Deleted(
                        kind,
                        deleted.id(),
                        deleted.name(),
                        link(deleted.owner()),
                        deleted.deletedAt(),
                        link(deleted.deletedBy()))));
    }

    private static @Nullable Link link(@Nullable Person person) {
        return person == null ? null : new Link(person.id(), person.name());
    }

    @PostMapping("/{kind:leads|customers|contacts|opportunities|products}/{id}/restore")
    @Operation(summary = "Bring a deleted record back, with what went along with it")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "409", description = "its name or another value of its own is taken meanwhile")
    BroughtBack restore(Actor actor, @PathVariable String kind, @PathVariable String id, Once once) {
        RecordKind of = ApiNames.kind(kind);
        long record = ApiNames.id(of, id);
        return once.of("", BROUGHT_BACK, () -> broughtBack(actor, of, bin.restore(actor, of, record)));
    }

    /** What has come back, with the names of whoever holds it. */
    BroughtBack broughtBack(Actor actor, RecordKind kind, Restored restored) {
        Map<LinkKind, List<Long>> asked = new EnumMap<>(LinkKind.class);
        Long owner = restored.owner();
        Long pool = restored.pool();
        if (owner != null) {
            asked.put(LinkKind.STAFF, List.of(owner));
        }
        if (pool != null) {
            asked.put(LinkKind.POOL, List.of(pool));
        }
        Names named = names.of(actor, asked);
        return new BroughtBack(
                ApiNames.kind(kind),
                restored.id(),
                owner == null ? null : new Link(owner, named.of(LinkKind.STAFF, owner)),
                pool == null ? null : new Link(pool, named.of(LinkKind.POOL, pool)));
    }
}
