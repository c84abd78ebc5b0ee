package io.haina.record;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.access.UseCase;
import io.haina.catalog.Catalogs;
import io.haina.catalog.RecordType;
import io.haina.database.Grams;
import io.haina.database.PageIds;
import io.haina.database.SqlText;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.field.Values;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.sharing.Power;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What can be done with a record of any kind, whatever its fields are. The packages of the kinds decide who may, and add what
 * is special to theirs; a change of several statements is one transaction, the caller's if there is one.
 */
@Service
public class Records {

    /** Records that one request may name. */
    public static final int MOST_AT_ONCE = 1000;

    /** So many are asked for at least where words are looked for. */
    private static final int ASKED = 20;

    private final Catalogs catalogs;
    private final RecordStore store;
    private final GroupStore groups;
    private final RecordWriteStore writes;
    private final KeptValueStore kept;
    private final FieldFileStore files;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Records(
            Catalogs catalogs,
            RecordStore store,
            GroupStore groups,
            RecordWriteStore writes,
            KeptValueStore kept,
            FieldFileStore files,
            TransactionTemplate transaction,
            Clock clock) {
        this.catalogs = catalogs;
        this.store = store;
        this.groups = groups;
        this.writes = writes;
        this.kept = kept;
        this.files = files;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A page of what the query finds. */
    public Slice<Row> page(Scoped scoped, RecordKind kind, Page page, Order order) {
        return page(scoped, kind, page, order, part -> Optional.empty());
    }

    /**
     * A page of what the query finds.
     *
     * @param known a scalar subquery that knows how many a filter lets through; empty to count them
     */
    public Slice<Row> page(
            Scoped scoped, RecordKind kind, Page page, Order order, Function<Filter, Optional<SqlText>> known) {
        return store.page(query(scoped, kind), page, order, Integer.MAX_VALUE, known);
    }

    /**
     * A page of what the query finds, without members, and of the fields only those that are wanted.
     *
     * @param known as of {@link #page(Scoped, RecordKind, Page, Order, Function)}
     * @throws Refused if the actor's role does not see all of them, or more than {@link Order#MOST_SORTED} would be sorted
     */
    public Slice<Row> page(Scoped scoped, RecordKind kind, Listing listing, Function<Filter, Optional<SqlText>> known) {
        RecordQuery query = listed(scoped, kind, listing.order(), listing.fields());
        return store.page(query, listing.page(), listing.order(), Order.MOST_SORTED, known);
    }

    /**
     * The next of what the query finds, without members and uncounted.
     *
     * @param place behind which; null from the beginning
     * @param fields as of {@link Listing}
     * @param size from 1 to {@value Page#MAXIMUM_SIZE}
     * @throws Refused as {@link #page(Scoped, RecordKind, Listing, Function)}
     */
    public List<Row> behind(
            Scoped scoped,
            RecordKind kind,
            Order order,
            @Nullable Place place,
            @Nullable Set<String> fields,
            int size) {
        return store.behind(listed(scoped, kind, order, fields), order, place, size, Order.MOST_SORTED);
    }

    /**
     * The last changed records that a search for words finds, uncounted and without members. Words that many have are found
     * among the last changed; only where these are not enough is everything searched.
     *
     * @param fields as of {@link Listing}
     * @param size few
     */
    public List<Row> found(Scoped scoped, RecordKind kind, Set<String> fields, int size) {
        RecordQuery query = listed(scoped, kind, Order.NEWEST, fields);
        List<Row> nearest = store.nearest(query, size);
        if (nearest.size() >= size) {
            return nearest;
        }
        // Of very few, PostgreSQL would rather look at everybody's latest until it has met them.
        List<Row> rows = store.behind(query, Order.NEWEST, null, ASKED, Order.MOST_SORTED);
        return rows.subList(0, Math.min(rows.size(), size));
    }

    private RecordQuery listed(Scoped scoped, RecordKind kind, Order order, @Nullable Set<String> fields) {
        RecordQuery query = query(scoped, kind);
        List<String> all = query.catalog().fields().stream().map(Field::name).toList();
        return query.showing(fields == null ? all : fields).placedBy(order);
    }

    /** As {@link #page(Scoped, RecordKind, Page, Order, Function)}, with the fields that stand aside. */
    public Slice<Row> wholePage(
            Scoped scoped, RecordKind kind, Page page, Order order, Function<Filter, Optional<SqlText>> known) {
        return store.page(wholeQuery(scoped, kind), page, order, Integer.MAX_VALUE, known);
    }

    /** As {@link #get}, with the fields that stand aside. */
    public Row whole(Scoped scoped, RecordKind kind, long id) {
        return store.find(wholeQuery(scoped, kind), List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> Refused.notFound(RecordProblems.kind(kind)));
    }

    /** One record. @throws Refused if the query reaches none of that id */
    public Row get(Scoped scoped, RecordKind kind, long id) {
        return store.find(query(scoped, kind), List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> Refused.notFound(RecordProblems.kind(kind)));
    }

    /** Some records, in the order of their ids. @throws Refused if the query does not reach all of them */
    public List<Row> all(Scoped scoped, RecordKind kind, Collection<Long> ids) {
        List<Long> wanted = distinct(ids);
        List<Row> rows = store.find(query(scoped, kind), wanted);
        if (rows.size() != wanted.size()) {
            throw Refused.notFound(RecordProblems.kind(kind));
        }
        return rows;
    }

    /** The next records behind an id, in the order of ids: for reading any number of them in constant memory. */
    public List<Row> after(Scoped scoped, RecordKind kind, long id, int limit) {
        return store.after(query(scoped, kind), id, limit);
    }

    /** The sum of a field over all that the query finds, zero for none. */
    public BigDecimal sum(Scoped scoped, RecordKind kind, String field) {
        return store.sum(query(scoped, kind), field);
    }

    /**
     * How many records a query finds with each value of a field, what another field of them comes to, and the last changed of
     * them.
     *
     * @param by a field of ids
     * @param sum null to add up nothing
     * @param bound up to which each is counted and added up
     * @param made whether a client made up what is looked for
     * @param fields as of {@link Listing}
     * @param size rows of each value
     * @return by value, all of the values
     */
    public Map<Long, Group> groups(
            Scoped scoped,
            RecordKind kind,
            String by,
            Collection<Long> values,
            @Nullable String sum,
            int bound,
            boolean made,
            Set<String> fields,
            int size) {
        RecordQuery query = listed(scoped, kind, Order.NEWEST, fields);
        List<GroupStore.Counted> counted = groups.groups(query(scoped, kind), by, values, sum, bound, made, size);
        List<Long> ids = counted.stream().flatMap(each -> each.ids().stream()).toList();
        Map<Long, Row> rows = store.rows(query, ids).stream().collect(Collectors.toMap(Row::id, Function.identity()));
        return counted.stream()
                .collect(Collectors.toMap(
                        GroupStore.Counted::value,
                        each -> new Group(each.count(), each.sum(), each.exact(), PageIds.inOrder(each.ids(), rows))));
    }

    /** What a draft of a new record sets. @throws Refused if a value breaks a rule or a required one is missing */
    public Values readNew(Permit permit, RecordKind kind, Map<String, ? extends @Nullable Object> raw) {
        var actor = permit.actor();
        return catalogs.of(actor, kind)
                .readNew(raw, actor.role(), actor.tenant().zone());
    }

    /** What a draft of a change sets. @throws Refused if a value breaks a rule */
    public Values read(Permit permit, RecordKind kind, Map<String, ? extends @Nullable Object> raw) {
        var actor = permit.actor();
        return catalogs.of(actor, kind).read(raw, actor.role(), actor.tenant().zone());
    }

    /**
     * Makes a record of the actor's.
     *
     * @param columns what its kind sets besides the draft
     * @return its id
     * @throws Refused if a value that may occur once is taken, or points at what is not there
     */
    public long add(Permit permit, RecordKind kind, Values values, Map<String, ? extends @Nullable Object> columns) {
        RecordType type = type(permit, kind);
        Assignments assignments = Assignments.of(values);
        columns.forEach(assignments::set);
        Long id = transaction.execute(status -> {
            FieldCatalog rules = heldRules(permit, kind);
            writes.holdNamed(permit, values);
            long made = writes.insert(permit, type, assignments, now());
            writes.claimUnique(permit, type, rules, made, values);
            files.take(permit, kind, made, values, now());
            if (!type.searched().isEmpty()) {
                writes.index(permit, type, made);
            }
            return made;
        });
        return id;
    }

    /**
     * Changes a record: what the draft does not name stays.
     *
     * @param action what the audit calls it
     * @throws Refused if the permit reaches none of that id, a field that its role only reads has another value, or as
     *     {@link #add}
     */
    public void change(
            Permit permit,
            RecordKind kind,
            long id,
            Values values,
            Map<String, ? extends @Nullable Object> columns,
            String action) {
        RecordType type = type(permit, kind);
        FieldCatalog catalog = catalogs.of(permit.actor(), kind);
        Assignments assignments = Assignments.of(values);
        columns.forEach(assignments::set);
        transaction.executeWithoutResult(status -> {
            FieldCatalog rules = heldRules(permit, kind);
            writes.holdNamed(permit, values);
            kept.check(permit, type, catalog, id, values.kept());
            if (!writes.change(permit, type, catalog, id, assignments, now(), action)) {
                throw Refused.notFound(RecordProblems.kind(kind));
            }
            writes.claimUnique(permit, type, rules, id, values);
            files.take(permit, kind, id, values, now());
            if (!type.searched().isEmpty()) {
                writes.index(permit, type, id);
            }
        });
    }

    /**
     * Writes the rest of a record that the caller has just made in the same transaction, whoever's it is.
     *
     * @param columns what its kind sets besides the draft
     * @throws Refused as {@link #add}
     */
    public void complete(
            Permit permit, RecordKind kind, long id, Values values, Map<String, ? extends @Nullable Object> columns) {
        RecordType type = type(permit, kind);
        FieldCatalog rules = heldRules(permit, kind);
        writes.holdNamed(permit, values);
        Assignments assignments = Assignments.of(values);
        columns.forEach(assignments::set);
        writes.complete(permit, type, id, assignments);
        writes.claimUnique(permit, type, rules, id, values);
        files.take(permit, kind, id, values, now());
    }

    /** Deletes records, softly, all or none. @throws Refused if the permit does not reach all of them */
    public void delete(Permit permit, RecordKind kind, Collection<Long> ids) {
        List<Long> wanted = distinct(ids);
        FieldCatalog catalog = catalogs.of(permit.actor(), kind);
        transaction.executeWithoutResult(status -> {
            if (writes.delete(permit, type(permit, kind), catalog, wanted, now()) != wanted.size()) {
                throw Refused.notFound(RecordProblems.kind(kind));
            }
        });
    }

    /** Gives records to a person, all or none. @throws Refused if the permit does not reach all, or nobody is of that id */
    public void moveTo(Permit permit, RecordKind kind, Collection<Long> ids, long staff) {
        moveTo(permit, kind, ids, staff, null);
    }

    /**
     * As {@link #moveTo(Permit, RecordKind, Collection, long)}, of a kind that has members.
     *
     * @param stays what former owners may do from then on, as members; null if they leave
     */
    public void moveTo(Permit permit, RecordKind kind, Collection<Long> ids, long staff, @Nullable Power stays) {
        List<Long> wanted = distinct(ids);
        FieldCatalog catalog = catalogs.of(permit.actor(), kind);
        transaction.executeWithoutResult(status -> {
            if (writes.moveTo(permit, type(permit, kind), catalog, wanted, staff, stays, now()) != wanted.size()) {
                throw Refused.notFound(writes.mayHold(permit, staff) ? RecordProblems.kind(kind) : Problem.Kind.STAFF);
            }
        });
    }

    /**
     * Checks a value before a form is sent: only the write itself decides.
     *
     * @param except a record that may have the value, or null
     * @throws Refused if there is no such field, the value breaks a rule of it, or occurs once and another record has it
     */
    public void verify(Actor actor, RecordKind kind, String field, @Nullable Object raw, @Nullable Long except) {
        Permit permit = Access.permit(actor, UseCase.FIELD_VERIFY);
        Map<String, @Nullable Object> draft = new HashMap<>();
        draft.put(field, raw);
        Values values = read(permit, kind, draft);
        Map<Field, @Nullable Object> named = new HashMap<>(values.byField());
        named.putAll(values.kept());
        for (Map.Entry<Field, @Nullable Object> read : named.entrySet()) {
            Object value = read.getValue();
            if (value != null
                    && read.getKey().rules().unique()
                    && store.isTaken(permit, kind, field, Grams.fold(value.toString()), except)) {
                throw new Refused(RecordProblems.taken(kind, read.getKey()));
            }
        }
    }

    /** The fields as they are now and stay until the transaction ends: the values were read by those of the request's begin. */
    private FieldCatalog heldRules(Permit permit, RecordKind kind) {
        return catalogs.of(permit.actor(), kind, writes.holdFields(permit));
    }

    private static List<Long> distinct(Collection<Long> ids) {
        if (ids.isEmpty()) {
            throw Refused.invalid("ids", Rule.REQUIRED);
        }
        if (ids.size() > MOST_AT_ONCE) {
            throw Refused.invalid("ids", Rule.TOO_LONG);
        }
        return List.copyOf(new TreeSet<>(ids));
    }

    private RecordQuery query(Scoped scoped, RecordKind kind) {
        return new RecordQuery(catalogs.type(scoped.actor(), kind), catalogs.of(scoped.actor(), kind), scoped);
    }

    private RecordQuery wholeQuery(Scoped scoped, RecordKind kind) {
        FieldCatalog catalog = catalogs.of(scoped.actor(), kind);
        return new RecordQuery(catalogs.type(scoped.actor(), kind), catalog.whole(), scoped);
    }

    private RecordType type(Permit permit, RecordKind kind) {
        return catalogs.type(permit.actor(), kind);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
