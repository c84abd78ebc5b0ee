package io.haina.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.haina.access.Actor;
import io.haina.activity.ActivityKind;
import io.haina.activity.Journal;
import io.haina.activity.JournalCount;
import io.haina.activity.JournalDraft;
import io.haina.activity.JournalEntry;
import io.haina.activity.JournalKind;
import io.haina.activity.Named;
import io.haina.activity.TimelineEntry;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.record.LinkKind;
import io.haina.record.LinkNames.Names;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The chapter on visits and demands. */
sealed interface JournalWire extends ApiWire {

    /**
     * An entry as it is written; in a change, what is absent stays as it is.
     *
     * @param contact with whom; the customer's primary contact where it is absent
     * @param customer whose contact it is; needed only where no contact is named
     * @param followers who took part; the writer alone where it is absent
     * @param kind of a visit, how somebody was in touch
     */
    @Schema(name = "JournalEntryDraft")
    record Written(
            @Schema(implementation = Long.class) @Nullable JsonNode contact,
            @Schema(implementation = Long.class) @Nullable JsonNode customer,
            @Schema(implementation = Long[].class) @Nullable JsonNode followers,
            @Nullable String happenedAt,
            @Nullable String kind,
            @Schema(implementation = String.class) @Nullable JsonNode content,
            @Schema(implementation = String.class) @Nullable JsonNode note,
            @Schema(implementation = String.class) @Nullable JsonNode attachment)
            implements JournalWire {

        JournalDraft draft(Actor actor, Journal journal, JournalKind journalKind) {
            Long customerId = ApiNames.link("customer", customer);
            Long contactId = ApiNames.link("contact", contact);
            if (contactId == null && customerId == null) {
                throw Refused.invalid("customer", Rule.REQUIRED);
            }
            return draft(
                    actor,
                    journalKind,
                    contactId == null ? journal.contactOf(actor, Objects.requireNonNull(customerId)) : contactId,
                    List.of(actor.staffId()));
        }

        JournalDraft change(Actor actor, JournalKind journalKind, JournalEntry before) {
            Long contactId = ApiNames.link("contact", contact);
            Long with = contactId == null ? before.contact() : contactId;
            return draft(actor, journalKind, ApiNames.required("contact", with), before.followers());
        }

        private JournalDraft draft(Actor actor, JournalKind journalKind, long contactId, List<Long> usual) {
            boolean demand = journalKind == JournalKind.DEMAND;
            if (demand && kind != null) {
                throw Refused.invalid("kind", Rule.UNKNOWN);
            }
            List<Long> people = PaperNames.links("followers", followers);
            return new JournalDraft(
                    journalKind,
                    contactId,
                    ApiNames.link("customer", customer),
                    people == null ? usual : people,
                    ApiNames.instant(actor, "happenedAt", happenedAt),
                    kind == null ? null : ApiNames.choice("kind", kind, ActivityKind.values()),
                    PaperNames.emptied("content", content),
                    PaperNames.emptied("attachment", attachment),
                    PaperNames.emptied("note", note));
        }
    }

    /**
     * A visit or a demand.
     *
     * @param contact with whom; null for a customer without contacts
     * @param followers who took part
     * @param kind of a visit, how somebody was in touch
     * @param attachment the address of a file beside it
     * @param by who wrote it down
     */
    @Schema(name = "JournalEntry")
    record Entry(
            long id,
            @Nullable Link customer,
            @Nullable Link contact,
            List<Link> followers,
            Instant happenedAt,
            @JsonInclude(Include.NON_NULL) @Nullable String kind,
            String content,
            @Nullable String note,
            @Nullable String attachment,
            Link by,
            Instant createdAt)
            implements JournalWire {

        static Entry of(JournalEntry entry, Names names) {
            String contactName = entry.contactName() == null ? entry.contactNickname() : entry.contactName();
            return new Entry(
                    entry.id(),
                    new Link(entry.customer(), entry.customerName()),
                    Link.of(entry.contact(), contactName),
                    PaperNames.links(names, LinkKind.STAFF, entry.followers()),
                    entry.happenedAt(),
                    entry.kind() == null ? null : ApiNames.word(entry.kind()),
                    entry.content(),
                    entry.note(),
                    entry.attachment(),
                    PaperNames.link(names, LinkKind.STAFF, entry.operator()),
                    entry.createdAt());
        }

        static Entry of(TimelineEntry entry) {
            Named customer = entry.customer();
            return new Entry(
                    entry.id(),
                    customer == null ? null : link(customer),
                    entry.contacts().isEmpty() ? null : link(entry.contacts().getFirst()),
                    entry.followers().isEmpty()
                            ? List.of(link(entry.by()))
                            : entry.followers().stream().map(Entry::link).toList(),
                    entry.happenedAt(),
                    entry.kind() == null ? null : ApiNames.word(entry.kind()),
                    entry.content(),
                    entry.note(),
                    entry.attachment(),
                    link(entry.by()),
                    entry.createdAt());
        }

        private static Link link(Named named) {
            return new Link(named.id(), named.name());
        }
    }

    /**
     * How often something was written down about a customer within a time.
     *
     * @param first when the earliest of it happened
     */
    @Schema(name = "JournalCount")
    record Count(Link customer, long count, Instant first) implements JournalWire {

        static Count of(JournalCount count, Names names) {
            return new Count(PaperNames.link(names, LinkKind.CUSTOMER, count.customer()), count.count(), count.first());
        }
    }
}
