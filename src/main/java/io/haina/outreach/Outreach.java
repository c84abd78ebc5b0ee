package io.haina.outreach;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.field.Values;
import io.haina.filter.Batch;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.lead.Leads;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Outreach records: kept once however often they are sent, corrected, and turned into leads. */
@Service
public class Outreach {

    /** The most records that one request may bring or name. */
    public static final int MOST_AT_ONCE = Batch.MAXIMUM_SIZE;

    /** A record that is in the way and then is not was deleted in between, which does not go on for long. */
    private static final int TRIES = 3;

    private final OutreachStore store;
    private final OutreachWriteStore writes;
    private final Leads leads;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Outreach(
            OutreachStore store, OutreachWriteStore writes, Leads leads, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.writes = writes;
        this.leads = leads;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The records of the actor's reach, the newest first. */
    public Slice<OutreachRecord> list(Actor actor, Filter wish, Page page) {
        return store.page(Access.scoped(actor, UseCase.OUTREACH_LIST, wish), page);
    }

    /** One record. @throws Refused if it is out of reach */
    public OutreachRecord get(Actor actor, long id) {
        return store.find(Access.scoped(actor, UseCase.OUTREACH_LIST), id)
                .orElseThrow(() -> Refused.notFound(Problem.Kind.OUTREACH));
    }

    /**
     * A record of the actor's.
     *
     * @param raw by the names of {@link OutreachFields}: texts, numbers, truth values
     * @return what was made, or the record of the same account, worker, contact and time that was there before
     * @throws Refused if a value breaks a rule, or the record that was there is out of the actor's reach
     */
    public Entered add(Actor actor, Map<String, ? extends @Nullable Object> raw) {
        Entered entered = addAll(actor, List.of(raw)).getFirst();
        if (entered instanceof Entered.Declined(Problem problem)) {
            throw new Refused(problem);
        }
        return entered;
    }

    /**
     * Records of the actor's, each for itself: one that breaks a rule does not keep the others out.
     *
     * @return what became of each, in their order
     * @throws Refused if there is none, or more than {@value #MOST_AT_ONCE}
     */
    public List<Entered> addAll(Actor actor, List<? extends Map<String, ? extends @Nullable Object>> raws) {
        Permit permit = Access.permit(actor, UseCase.OUTREACH_ADD);
        Permit reach = Access.permit(actor, UseCase.OUTREACH_CHANGE);
        if (raws.isEmpty() || raws.size() > MOST_AT_ONCE) {
            throw new Refused(
                    new Problem.Invalid("records", raws.isEmpty() ? Rule.REQUIRED : Rule.OUT_OF_RANGE, MOST_AT_ONCE));
        }
        Map<Integer, Entered> entered = new TreeMap<>();
        Map<Integer, OutreachDraft> open = new TreeMap<>();
        for (int place = 0; place < raws.size(); place++) {
            try {
                open.put(place, OutreachDraft.of(read(actor, raws.get(place))));
            } catch (Refused refused) {
                entered.put(place, new Entered.Declined(refused.problem()));
            }
        }
        for (int tries = 0; !open.isEmpty() && tries < TRIES; tries++) {
            enter(permit, reach, open, entered);
        }
        if (!open.isEmpty()) {
            throw new IllegalStateException(open.size() + " records are neither new nor there");
        }
        return List.copyOf(entered.values());
    }

    private static Values read(Actor actor, Map<String, ? extends @Nullable Object> raw) {
        return OutreachFields.CATALOG.readNew(raw, actor.role(), actor.tenant().zone());
    }

    /** Moves what is decided from what is open to what has entered. */
    private void enter(Permit permit, Permit reach, Map<Integer, OutreachDraft> open, Map<Integer, Entered> entered) {
        List<Integer> places = new ArrayList<>(open.keySet());
        List<OutreachDraft> drafts = new ArrayList<>(open.values());
        writes.insert(permit, drafts, now()).forEach((n, made) -> entered.put(places.get(n), new Entered.Made(made)));
        open.keySet().removeAll(entered.keySet());
        if (open.isEmpty()) {
            return;
        }
        List<Integer> left = new ArrayList<>(open.keySet());
        writes.sameAs(reach, new ArrayList<>(open.values()))
                .forEach((n, kept) -> entered.put(
                        left.get(n),
                        kept.reached() ? new Entered.Known(kept.record()) : new Entered.Declined(taken())));
        open.keySet().removeAll(entered.keySet());
    }

    private static Problem taken() {
        return new Problem.ValueTaken(
                Problem.Kind.OUTREACH,
                OutreachFields.CONTACT,
                OutreachFields.CATALOG.field(OutreachFields.CONTACT).label());
    }

    /**
     * Changes what a draft names.
     *
     * @return the record as it is then
     * @throws Refused if the record is out of reach, a value breaks a rule, or it would become one that is there
     */
    public OutreachRecord change(Actor actor, long id, Map<String, ? extends @Nullable Object> raw) {
        Permit permit = Access.permit(actor, UseCase.OUTREACH_CHANGE);
        Values values =
                OutreachFields.CATALOG.read(raw, actor.role(), actor.tenant().zone());
        try {
            OutreachRecord changed = transaction.execute(status -> writes.change(permit, id, values, now())
                    .orElseThrow(() -> Refused.notFound(Problem.Kind.OUTREACH)));
            return changed;
        } catch (DuplicateKeyException e) {
            throw new Refused(taken());
        }
    }

    /** Deletes a record, softly: the same may then be sent anew. @throws Refused if it is out of reach */
    public void delete(Actor actor, long id) {
        if (!writes.delete(Access.permit(actor, UseCase.OUTREACH_DELETE), id, now())) {
            throw Refused.notFound(Problem.Kind.OUTREACH);
        }
    }

    /**
     * Makes a lead of each record, for the record's owner, all or none; a record that has become one stays with it.
     *
     * @return the leads, in the order of the records' ids
     * @throws Refused if a record is out of reach, or the tenant's rules for leads do not let one be made
     */
    public List<OutreachLead> toLeads(Actor actor, Collection<Long> ids) {
        Permit permit = Access.permit(actor, UseCase.OUTREACH_CONVERT);
        Batch batch = Batch.of("ids", ids);
        List<OutreachLead> all = transaction.execute(status -> {
            List<OutreachRecord> records = writes.lock(permit, batch.ids());
            if (records.size() != batch.size()) {
                throw Refused.notFound(Problem.Kind.OUTREACH);
            }
            List<OutreachLead> result =
                    records.stream().map(record -> lead(actor, record)).toList();
            List<OutreachLead> made = result.stream().filter(OutreachLead::made).toList();
            if (!made.isEmpty()) {
                writes.convert(permit, made, now());
            }
            return result;
        });
        return all;
    }

    /** Keeps a record that the actor may change as it is until the caller's transaction ends. */
    public void hold(Actor actor, long id) {
        writes.lock(Access.permit(actor, UseCase.OUTREACH_CHANGE), List.of(id));
    }

    private OutreachLead lead(Actor actor, OutreachRecord record) {
        Long there = record.leadId();
        return there != null
                ? new OutreachLead(record.id(), there, false)
                : new OutreachLead(
                        record.id(),
                        leads.addFor(actor, record.ownerId(), record.teamId(), LeadDrafts.of(record)),
                        true);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
