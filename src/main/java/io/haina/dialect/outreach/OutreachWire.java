package io.haina.dialect.outreach;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.haina.filter.Slice;
import io.haina.outreach.Entered;
import io.haina.outreach.OutreachLead;
import io.haina.outreach.OutreachRecord;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Everything that document 003 reads and writes as JSON. Components are written in snake_case. */
sealed interface OutreachWire {

    /** The frame around every answer. */
    record Answer<T>(int code, String msg, T data) implements OutreachWire {
        Answer(T data) {
            this(200, "success", data);
        }
    }

    /** Why something was not done. */
    record Refusal(
            int code,
            String msg,
            @JsonInclude(Include.NON_NULL) @Nullable String requestId) implements OutreachWire {}

    /**
     * A page of the list.
     *
     * @param totalExact false where {@code total} is a lower bound; absent where it is exact
     */
    record ContactPage(
            long total,
            int page,
            int pageSize,
            List<ContactRow> results,
            @JsonInclude(Include.NON_NULL) @Nullable Boolean totalExact)
            implements OutreachWire {
        static ContactPage of(Slice<OutreachRecord> slice, ZoneId zone) {
            return new ContactPage(
                    slice.total(),
                    slice.page().number(),
                    slice.page().size(),
                    slice.rows().stream().map(row -> ContactRow.of(row, zone)).toList(),
                    slice.exact() ? null : Boolean.FALSE);
        }
    }

    /**
     * A record.
     *
     * @param leadId the lead that became of it; null for none
     * @param created of an answer to what was sent: whether it is new, and was not there before
     */
    record ContactRow(
            long id,
            String name,
            String position,
            String contact,
            String replyStatus,
            boolean wechatExchanged,
            @Nullable Long accountId,
            String workerId,
            String notes,
            @Nullable String contactedAt,
            @Nullable String createdAt,
            @Nullable Long leadId,
            @JsonInclude(Include.NON_NULL) @Nullable Boolean created)
            implements OutreachWire {
        static ContactRow of(OutreachRecord record, ZoneId zone) {
            return of(record, zone, null);
        }

        static ContactRow of(OutreachRecord record, ZoneId zone, @Nullable Boolean created) {
            return new ContactRow(
                    record.id(),
                    record.name(),
                    Objects.requireNonNullElse(record.position(), ""),
                    Objects.requireNonNullElse(record.contact(), ""),
                    record.replyStatus(),
                    record.wechatExchanged(),
                    record.accountId(),
                    Objects.requireNonNullElse(record.workerId(), ""),
                    Objects.requireNonNullElse(record.notes(), ""),
                    OutreachNames.wireTime(record.contactedAt(), zone),
                    OutreachNames.wireTime(record.createdAt(), zone),
                    record.leadId(),
                    created);
        }
    }

    /** What a client says of a record: not there is unsaid, null is nothing. What only the server says is passed over. */
    @JsonIgnoreProperties({"created_at", "updated_at", "lead_id", "created"})
    record ContactForm(
            @Schema(type = "string") @Nullable JsonNode name,
            @Schema(type = "string") @Nullable JsonNode position,
            @Schema(type = "string") @Nullable JsonNode contact,
            @Schema(type = "string") @Nullable JsonNode replyStatus,
            @Schema(type = "boolean") @Nullable JsonNode wechatExchanged,
            @Schema(type = "integer") @Nullable JsonNode accountId,
            @Schema(type = "string") @Nullable JsonNode workerId,
            @Schema(type = "string") @Nullable JsonNode notes,
            @Schema(type = "string") @Nullable JsonNode contactedAt)
            implements OutreachWire {}

    /** Several records at a time. */
    record ContactForms(
            @ArraySchema(schema = @Schema(implementation = ContactForm.class)) @Nullable
            List<@Nullable ContactForm> contacts)
            implements OutreachWire {}

    /**
     * What became of one of several records.
     *
     * @param index its place among them, from 0
     * @param result created, existing or refused
     * @param id of the record that is there now; null where it was refused
     * @param msg why it was refused
     */
    record Entry(
            int index,
            String result,
            @Nullable Long id,
            @JsonInclude(Include.NON_NULL) @Nullable String msg) implements OutreachWire {
        static Entry of(int index, Entered entered) {
            return switch (entered) {
                case Entered.Made(OutreachRecord made) -> new Entry(index, "created", made.id(), null);
                case Entered.Known(OutreachRecord first) -> new Entry(index, "existing", first.id(), null);
                case Entered.Declined(var problem) ->
                    new Entry(
                            index,
                            "refused",
                            null,
                            OutreachErrors.words(problem).message());
            };
        }
    }

    /** What became of several records. */
    record Entries(int total, int created, int existing, int refused, List<Entry> results) implements OutreachWire {
        static Entries of(List<Entry> entries) {
            return new Entries(
                    entries.size(),
                    count(entries, "created"),
                    count(entries, "existing"),
                    count(entries, "refused"),
                    entries);
        }

        private static int count(List<Entry> entries, String result) {
            return (int) entries.stream()
                    .filter(entry -> entry.result().equals(result))
                    .count();
        }
    }

    /** The ids of some records. */
    record Ids(@Nullable List<@Nullable Long> ids) implements OutreachWire {}

    /**
     * The lead that a record has become.
     *
     * @param id the record's
     * @param created whether it became one just now
     */
    record LeadRow(long id, long leadId, boolean created) implements OutreachWire {
        static LeadRow of(OutreachLead lead) {
            return new LeadRow(lead.outreachId(), lead.leadId(), lead.made());
        }
    }

    /** The leads that several records have become. */
    record LeadRows(int total, int created, List<LeadRow> results) implements OutreachWire {
        static LeadRows of(List<OutreachLead> leads) {
            return new LeadRows(
                    leads.size(),
                    (int) leads.stream().filter(OutreachLead::made).count(),
                    leads.stream().map(LeadRow::of).toList());
        }
    }

    /** The record that was deleted. */
    record Deleted(long id) implements OutreachWire {}

    /** Where an exported file is fetched. */
    record ExportedFile(String downloadUrl, String filename, long totalRecords, String generatedAt)
            implements OutreachWire {}
}
