package io.haina.api;

import io.haina.feedback.Satisfaction;
import io.haina.feedback.SatisfactionFields;
import io.haina.record.LinkKind;
import io.haina.record.LinkNames.Names;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The chapter on how satisfied the people of customers are. */
sealed interface SatisfactionWire extends ApiWire {

    /**
     * A satisfaction as it is written; in a change, what is absent stays as it is and null empties.
     *
     * @param contact whose word it is
     * @param value from -10 to 10
     * @param staff who was praised or criticised
     */
    @Schema(name = "SatisfactionDraft")
    record Written(
            @Schema(implementation = Long.class) @Nullable JsonNode contact,

            @Schema(implementation = Integer.class) @Nullable
            JsonNode value,

            @Schema(implementation = Instant.class) @Nullable
            JsonNode recordedAt,

            @Schema(implementation = Long[].class) @Nullable JsonNode staff,
            @Schema(implementation = String.class) @Nullable JsonNode attachment,
            @Schema(implementation = String.class) @Nullable JsonNode note)
            implements SatisfactionWire {

        Map<String, @Nullable Object> draft() {
            Map<String, @Nullable Object> draft = new HashMap<>();
            PaperNames.link(draft, SatisfactionFields.CONTACT_ID, "contact", contact);
            PaperNames.number(draft, SatisfactionFields.VALUE, "value", value);
            PaperNames.text(draft, SatisfactionFields.RECORDED_AT, "recordedAt", recordedAt);
            PaperNames.text(draft, SatisfactionFields.ATTACHMENT, "attachment", attachment);
            PaperNames.text(draft, SatisfactionFields.NOTE, "note", note);
            return draft;
        }
    }

    /**
     * What a contact said.
     *
     * @param by who wrote it down
     */
    @Schema(name = "Satisfaction")
    record Shown(
            long id,
            Link contact,
            int value,
            List<Link> staff,
            Instant recordedAt,
            @Nullable String attachment,
            @Nullable String note,
            Link by,
            Instant createdAt,
            Instant updatedAt)
            implements SatisfactionWire {

        static Shown of(Satisfaction each, Names names) {
            return new Shown(
                    each.id(),
                    PaperNames.link(names, LinkKind.CONTACT, each.contact()),
                    each.value(),
                    PaperNames.links(names, LinkKind.STAFF, each.staff()),
                    each.recordedAt(),
                    each.attachment(),
                    each.note(),
                    PaperNames.link(names, LinkKind.STAFF, each.operator()),
                    each.createdAt(),
                    each.updatedAt());
        }
    }
}
