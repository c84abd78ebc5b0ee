package io.haina.api;

import io.haina.outreach.OutreachFields;
import io.haina.outreach.OutreachLead;
import io.haina.outreach.OutreachRecord;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.record.LinkKind;
import io.haina.record.LinkNames.Names;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The chapter on whom workers wrote to. */
sealed interface OutreachWire extends ApiWire {

    /** What a record says before anybody answered. */
    String NO_REPLY = "未回复";

    /**
     * A record as it is written; in a change, what is absent stays as it is and null empties.
     *
     * @param contact a phone number, a chat name, or whatever leads to the person
     * @param replyStatus in the workers' own words
     * @param accountId the account from which the worker wrote, as the worker numbers it
     * @param contactedAt to the second
     */
    @Schema(name = "OutreachDraft")
    record Written(
            @Schema(implementation = String.class) @Nullable JsonNode name,
            @Schema(implementation = String.class) @Nullable JsonNode position,
            @Schema(implementation = String.class) @Nullable JsonNode contact,
            @Schema(implementation = String.class) @Nullable JsonNode replyStatus,

            @Schema(implementation = Boolean.class) @Nullable
            JsonNode wechatExchanged,

            @Schema(implementation = Long.class) @Nullable JsonNode accountId,
            @Schema(implementation = String.class) @Nullable JsonNode workerId,
            @Schema(implementation = String.class) @Nullable JsonNode notes,

            @Schema(implementation = Instant.class) @Nullable
            JsonNode contactedAt)
            implements OutreachWire {

        /** What is new: with no reply and no exchange unless it says so. */
        Map<String, @Nullable Object> made() {
            Map<String, @Nullable Object> draft = draft();
            draft.putIfAbsent(OutreachFields.REPLY_STATUS, NO_REPLY);
            draft.putIfAbsent(OutreachFields.WECHAT_EXCHANGED, false);
            return draft;
        }

        Map<String, @Nullable Object> draft() {
            Map<String, @Nullable Object> draft = new HashMap<>();
            PaperNames.text(draft, OutreachFields.NAME, "name", name);
            PaperNames.text(draft, OutreachFields.POSITION, "position", position);
            PaperNames.text(draft, OutreachFields.CONTACT, "contact", contact);
            PaperNames.text(draft, OutreachFields.REPLY_STATUS, "replyStatus", replyStatus);
            PaperNames.number(draft, OutreachFields.ACCOUNT_ID, "accountId", accountId);
            PaperNames.text(draft, OutreachFields.WORKER_ID, "workerId", workerId);
            PaperNames.text(draft, OutreachFields.NOTES, "notes", notes);
            PaperNames.text(draft, OutreachFields.CONTACTED_AT, "contactedAt", contactedAt);
            if (wechatExchanged != null) {
                if (!wechatExchanged.isBoolean() && !wechatExchanged.isNull()) {
                    throw Refused.invalid("wechatExchanged", Rule.WRONG_TYPE);
                }
                draft.put(OutreachFields.WECHAT_EXCHANGED, wechatExchanged.booleanValue(false));
            }
            return draft;
        }
    }

    /** Somebody whom a worker wrote to. */
    @Schema(name = "OutreachRecord")
    record Shown(
            long id,
            String name,
            @Nullable String position,
            @Nullable String contact,
            String replyStatus,
            boolean wechatExchanged,
            @Nullable Long accountId,
            @Nullable String workerId,
            @Nullable String notes,
            @Nullable Instant contactedAt,
            @Nullable Long leadId,
            Link owner,
            Instant createdAt)
            implements OutreachWire {

        static Shown of(OutreachRecord record, Names names) {
            return new Shown(
                    record.id(),
                    record.name(),
                    record.position(),
                    record.contact(),
                    record.replyStatus(),
                    record.wechatExchanged(),
                    record.accountId(),
                    record.workerId(),
                    record.notes(),
                    record.contactedAt(),
                    record.leadId(),
                    PaperNames.link(names, LinkKind.STAFF, record.ownerId()),
                    record.createdAt());
        }
    }

    /** Which records. */
    @Schema(name = "OutreachIds")
    record Ids(@Nullable List<@Nullable Long> ids) implements OutreachWire {}

    /**
     * The lead that a record has become.
     *
     * @param made whether it became one just now
     */
    @Schema(name = "OutreachLead")
    record Lead(long outreachId, long leadId, boolean made) implements OutreachWire {

        static Lead of(OutreachLead lead) {
            return new Lead(lead.outreachId(), lead.leadId(), lead.made());
        }
    }

    /**
     * What is to be exported: all records that it finds.
     *
     * @param q words to search for
     */
    @Schema(name = "OutreachExport")
    record Export(
            @Nullable String q,
            @Nullable String replyStatus,
            @Nullable Boolean wechatExchanged,
            @Nullable String from,
            @Nullable String to)
            implements OutreachWire {}
}
