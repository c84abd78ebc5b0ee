package io.haina.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The chapter on what happened to a record, and on what was deleted. */
sealed interface HistoryWire extends ApiWire {

    /**
     * One thing that happened to a record.
     *
     * @param actor null where the system acted by itself
     * @param action such as customer.change
     * @param before what is otherwise since then, by the names of fields, as a record shows them; null where there was nothing
     * @param after what is since then; null where there is nothing
     * @param members of a change of members: who was given which power, or lost it
     * @param contacts of a change of links: the contacts
     */
    @Schema(name = "HistoryEntry")
    record Happened(
            long id,
            Instant at,
            @Nullable Link actor,
            String action,

            @Schema(
                    types = {"object", "null"},
                    example = "{\"name\": \"百炼科技\"}")
            @Nullable
            Map<String, @Nullable Object> before,

            @Schema(
                    types = {"object", "null"},
                    example = "{\"name\": \"百炼科技有限公司\"}")
            @Nullable
            Map<String, @Nullable Object> after,

            @JsonInclude(Include.NON_EMPTY) List<Sharer> members,
            @JsonInclude(Include.NON_EMPTY) List<Link> contacts)
            implements HistoryWire {}

    /** Somebody beside the owner. */
    @Schema(name = "HistoryMember")
    record Sharer(long id, @Nullable String name, String power) implements HistoryWire {}

    /**
     * Some of what happened, the newest first.
     *
     * @param next the cursor of what happened before; null at the end
     */
    @Schema(name = "RecordHistory")
    record Past(List<Happened> items, @Nullable String next) implements HistoryWire {}

    /**
     * A deleted record.
     *
     * @param kind as paths name it
     * @param owner who held it; null for nobody
     * @param deletedBy null where the system deleted it by itself
     */
    record Deleted(
            String kind,
            long id,
            @Nullable String name,
            @Nullable Link owner,
            Instant deletedAt,
            @Nullable Link deletedBy)
            implements HistoryWire {}

    /**
     * A record that is there again.
     *
     * @param kind as paths name it
     * @param owner who holds it now; null for nobody
     * @param pool of a customer that nobody holds: the pool in which it lies
     */
    @Schema(name = "RestoredRecord")
    record BroughtBack(
            String kind,
            long id,
            @Nullable Link owner,
            @Nullable Link pool) implements HistoryWire {}
}
