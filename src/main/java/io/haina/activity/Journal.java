package io.haina.activity;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.field.Links;
import io.haina.field.Texts;
import io.haina.filter.Batch;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What people write down about customers: what was done, and what is wanted. An entry belongs to its customer: whoever sees
 * the customer reads it, whoever writes the customer changes it. Those who took part may read it as well, whosever the
 * customer is by now.
 */
@Service
public class Journal {

    public static final String CUSTOMER = "customer";
    public static final String CONTACT = "contact";
    public static final String FOLLOWERS = "followers";
    public static final String HAPPENED_AT = "happenedAt";
    public static final String KIND = "kind";
    public static final String CONTENT = "content";
    public static final String ATTACHMENT = "attachment";
    public static final String NOTE = "note";

    /** So many people take part in one entry. */
    public static final int MOST_FOLLOWERS = 100;

    private static final int LONGEST_TEXT = 5000;
    private static final int LONGEST_ADDRESS = 2000;

    private final JournalStore store;
    private final JournalWrites writes;

    Journal(JournalStore store, JournalWrites writes) {
        this.store = store;
        this.writes = writes;
    }

    /** One entry. @throws Refused if there is none that the actor may see */
    public JournalEntry get(Actor actor, JournalKind kind, long id) {
        return store.find(
                        Access.scoped(actor, UseCase.JOURNAL_READ),
                        Access.scoped(actor, UseCase.CONTACT_READ),
                        kind,
                        id)
                .orElseThrow(() -> Refused.notFound(kind.problem()));
    }

    /** What happened in a time, newest first, with the customers of the actor's reach and where the actor took part. */
    public Slice<JournalEntry> list(Actor actor, JournalKind kind, TimeWindow window, Page page) {
        return store.page(Access.scoped(actor, UseCase.JOURNAL_LIST), kind, window, page);
    }

    /**
     * What happened in a time with one contact, newest first: also what was done with its customer and names nobody, if it is
     * the primary one. Nothing for a contact out of reach.
     */
    public Slice<JournalEntry> of(Actor actor, JournalKind kind, long contact, TimeWindow window, Page page) {
        return store.page(
                Access.scoped(actor, UseCase.JOURNAL_READ),
                Access.scoped(actor, UseCase.CONTACT_READ),
                kind,
                contact,
                window,
                page);
    }

    /** The same of the contact whose entry is the newest of all that {@link #list} has. */
    public Slice<JournalEntry> ofNewest(Actor actor, JournalKind kind, TimeWindow window, Page page) {
        Optional<Long> contact = list(actor, kind, window, new Page(1, 1)).rows().stream()
                .flatMap(entry -> Optional.ofNullable(entry.contact()).stream())
                .findFirst();
        return contact.isPresent()
                ? of(actor, kind, contact.get(), window, page)
                : new Slice<>(List.of(), page, 0, true);
    }

    /**
     * With whom something of a customer is written down where nobody is named: its primary contact.
     *
     * @throws Refused if there is no such customer that the actor may see, or it has no contacts
     */
    public long contactOf(Actor actor, long customer) {
        return store.primaryContact(Access.scoped(actor, UseCase.JOURNAL_READ), customer)
                .orElseThrow(() -> Refused.invalid(CONTACT, Rule.REQUIRED));
    }

    /** How often something happened with each of some customers in a time, most first; nothing for those out of reach. */
    public List<JournalCount> counts(Actor actor, JournalKind kind, Collection<Long> customers, TimeWindow window) {
        Batch batch = Batch.of(CUSTOMER, customers);
        return store.counts(Access.scoped(actor, UseCase.JOURNAL_COUNT), kind, batch, window);
    }

    /**
     * Writes entries down, all or none.
     *
     * @return their ids
     * @throws Refused if a draft breaks a rule, a contact or its customer is out of reach or in the pool, or a follower is
     *     nobody of the company
     */
    public List<Long> add(Actor actor, List<JournalDraft> drafts) {
        Permit permit = Access.permit(actor, UseCase.JOURNAL_ADD);
        List<JournalDraft> checked = drafts.stream().map(Journal::checkedNew).toList();
        return writes.add(permit, checked);
    }

    /**
     * Writes an entry anew.
     *
     * @throws Refused if there is none such in reach, or as {@link #add}
     */
    public void change(Actor actor, long id, JournalDraft draft) {
        Permit permit = Access.permit(actor, UseCase.JOURNAL_CHANGE);
        if (draft.journal() == JournalKind.DEMAND && draft.content() != null) {
            required(draft);
        }
        writes.change(permit, id, checked(draft));
    }

    /** Deletes an entry, softly; what was made of it, the customer's last contact and the days of its writer, follows. */
    public void delete(Actor actor, JournalKind kind, long id) {
        writes.delete(Access.permit(actor, UseCase.JOURNAL_DELETE), kind, id);
    }

    /**
     * Keeps an entry as it is until the caller's transaction ends.
     *
     * @throws Refused if there is none
     */
    public void hold(Actor actor, JournalKind kind, long id) {
        writes.lock(Access.permit(actor, UseCase.JOURNAL_CHANGE), kind, id, List.of());
    }

    private static JournalDraft checkedNew(JournalDraft draft) {
        if (draft.happenedAt() == null) {
            throw Refused.invalid(HAPPENED_AT, Rule.REQUIRED);
        }
        if (draft.journal() == JournalKind.DEMAND) {
            required(draft);
        } else if (draft.kind() == null) {
            throw Refused.invalid(KIND, Rule.REQUIRED);
        }
        return checked(draft);
    }

    private static void required(JournalDraft draft) {
        if (draft.content() == null || draft.content().isBlank()) {
            throw Refused.invalid(draft.journal().field(CONTENT), Rule.REQUIRED);
        }
    }

    private static JournalDraft checked(JournalDraft draft) {
        List<Long> followers = draft.followers().stream().distinct().toList();
        if (followers.isEmpty()) {
            throw Refused.invalid(FOLLOWERS, Rule.REQUIRED);
        }
        if (followers.size() > MOST_FOLLOWERS) {
            throw new Refused(new Problem.Invalid(FOLLOWERS, Rule.TOO_LONG, MOST_FOLLOWERS));
        }
        JournalKind journal = draft.journal();
        String attachment = text(journal.field(ATTACHMENT), draft.attachment(), LONGEST_ADDRESS);
        return new JournalDraft(
                journal,
                draft.contact(),
                draft.customer(),
                followers,
                draft.happenedAt(),
                draft.kind(),
                text(journal.field(CONTENT), draft.content(), LONGEST_TEXT),
                attachment == null ? null : Links.checked(journal.field(ATTACHMENT), attachment),
                text(journal.field(NOTE), draft.note(), LONGEST_TEXT));
    }

    /** As it is stored: trimmed, and empty where it empties. */
    private static @Nullable String text(String name, @Nullable String value, int longest) {
        return value == null ? null : Texts.checked(name, value.strip(), longest);
    }
}
