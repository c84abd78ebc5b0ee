package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.OwnershipWire.TransferOrder;
import io.haina.exchange.Job;
import io.haina.field.FieldCatalog;
import io.haina.kind.BulkAction;
import io.haina.kind.BulkOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The chapter on many records at once. */
sealed interface BulkWire extends ApiWire {

    /**
     * What is to be done to many records: to those of the ids at once, all or none; or to all that q, scene and filter find,
     * as a job.
     *
     * @param action change, delete, transfer, lock, unlock, release, claim, distribute, convert, star, unstar
     * @param ids at most a thousand
     * @param filter JSON as of lists; an empty object narrows nothing
     * @param values of a change
     * @param to of transfer and distribute: somebody's number
     * @param pool of a release; absent: the default pool
     * @param keepFormer of a transfer of customers, as is along
     */
    @Schema(name = "BulkOrder")
    record Order(
            @Nullable String action,
            @Nullable List<@Nullable Long> ids,
            @Nullable String q,
            @Nullable Long scene,
            @Nullable JsonNode filter,
            @Nullable Map<String, JsonNode> values,
            @Nullable Long to,
            @Nullable Long pool,
            @Nullable String reason,
            @Nullable String keepFormer,
            @Nullable List<@Nullable String> along)
            implements BulkWire {

        BulkOrder order(Actor actor, FieldCatalog catalog) {
            BulkAction what = ApiNames.choice("action", action, BulkAction.values());
            return new BulkOrder(
                    what,
                    what == BulkAction.CHANGE ? JsonNames.draft(catalog, actor.role(), values) : Map.of(),
                    to,
                    pool,
                    reason,
                    new TransferOrder(to, keepFormer, along).handover());
        }

        /** Whether it is said by a filter which records are meant. */
        boolean finds() {
            return (q != null && !q.isBlank()) || scene != null || (filter != null && !filter.isNull());
        }
    }

    /** To how many it was done. */
    @Schema(name = "BulkOutcome")
    record Done(int done) implements BulkWire {}

    /**
     * Work that goes on.
     *
     * @param id of the job, by which its progress, its end and its refused records are asked after
     */
    @Schema(name = "BulkJob")
    record Started(long id, String kind, String recordKind, String state) implements BulkWire {

        static Started of(Job job) {
            return new Started(
                    job.id(), ApiNames.word(job.kind()), ApiNames.kind(job.recordKind()), ApiNames.word(job.state()));
        }
    }
}
