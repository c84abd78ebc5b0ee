package io.haina.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The chapter on records: leads, customers, contacts, opportunities and products. */
sealed interface RecordsWire extends ApiWire {

    /**
     * A record in a list.
     *
     * @param starred whether the reader has marked it
     * @param values by the names of fields; what points at something is an object of its id and name
     */
    @Schema(name = "Record")
    record RecordItem(long id, UUID uuid, boolean starred, Map<String, @Nullable Object> values)
            implements RecordsWire {}

    /**
     * A record by itself.
     *
     * @param members who works on it beside its owner
     * @param may what the reader may do with it
     */
    record RecordDetail(
            long id, UUID uuid, boolean starred, Map<String, @Nullable Object> values, RecordMembers members, May may)
            implements RecordsWire {}

    /**
     * What is written of a record.
     *
     * @param values by the names of fields; what is not named stays, and null empties
     */
    record RecordChange(
            @Schema(types = "object", example = "{\"name\": \"百炼科技\", \"nextContactAt\": \"2026-11-22T02:00:00Z\"}")
            @Nullable
            Map<String, JsonNode> values)
            implements RecordsWire {}

    /**
     * A new record.
     *
     * @param ownerId whose it is to be; one's own where it is absent
     * @param contact of a customer: its primary contact
     * @param lines of an opportunity: what it would sell
     */
    record RecordDraft(
            @Schema(types = "object", example = "{\"name\": \"百炼科技\"}") @Nullable
            Map<String, JsonNode> values,

            @Schema(types = "integer", format = "int64", example = "7") @Nullable
            JsonNode ownerId,

            @Nullable ContactDraft contact,
            @Nullable List<SalesWire.@Nullable LineDraft> lines)
            implements RecordsWire {}

    /** With whom one speaks at a new customer. */
    @Schema(name = "PrimaryContact")
    record ContactDraft(
            @Schema(example = "李雷") @Nullable String name,
            @Schema(example = "13800000000") @Nullable String mobile) implements RecordsWire {}

    /** People beside the owner, by what they may do. */
    record RecordMembers(List<Link> readers, List<Link> writers) implements RecordsWire {}

    /** What the reader may do with a record. */
    @Schema(name = "RecordRights")
    record May(boolean change, boolean delete, boolean transfer) implements RecordsWire {}

    /** A sum; zero where there is nothing. */
    @Schema(name = "FieldSum")
    record Sum(BigDecimal sum) implements RecordsWire {}

    /** Something to choose. */
    @Schema(name = "FieldOption")
    record Option(String value, String label) implements RecordsWire {}

    /**
     * A field of a kind of record, as the reader's role has it.
     *
     * @param label what people call it; empty for what the program keeps by itself
     * @param custom whether the company made it
     * @param readOnly whether the reader cannot set it
     * @param inForm whether a form asks for it
     * @param sortLimit records that a list can have to be sorted by it; null for any number
     * @param operators what a filter can compare it by
     * @param options what a choice is chosen from; of a built-in field, what is suggested
     * @param maxLength in characters; null where length says nothing
     * @param linksTo what the ids in it are of
     * @param defaultValue what a form begins with, as text
     * @param hiddenFrom roles that do not see it
     * @param readOnlyFor roles that see it and cannot set it
     */
    @Schema(name = "Field")
    record FieldShown(
            String name,
            String label,
            String type,
            boolean custom,
            boolean required,
            boolean unique,
            boolean readOnly,
            boolean inForm,
            boolean sortable,
            @Nullable Integer sortLimit,
            List<String> operators,
            List<Option> options,
            @Nullable Integer maxLength,
            @Nullable String linksTo,
            @Nullable String help,

            @JsonProperty("default") @Schema(name = "default") @Nullable
            String defaultValue,

            int position,
            boolean indexed,
            List<String> hiddenFrom,
            List<String> readOnlyFor)
            implements RecordsWire {}
}
