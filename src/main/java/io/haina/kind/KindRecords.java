package io.haina.kind;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.access.UseCase;
import io.haina.database.SqlText;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Slice;
import io.haina.problem.Refused;
import io.haina.record.Listing;
import io.haina.record.Order;
import io.haina.record.Place;
import io.haina.record.RecordProblems;
import io.haina.record.Records;
import io.haina.record.Row;
import io.haina.stats.Tallies;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reading of records of any kind, as far as the kind lets the actor. */
@Service
public class KindRecords {

    private final Keepers keepers;
    private final Records records;
    private final Tallies tallies;
    private final KindStore store;

    KindRecords(Keepers keepers, Records records, Tallies tallies, KindStore store) {
        this.keepers = keepers;
        this.records = records;
        this.tallies = tallies;
        this.store = store;
    }

    /** A page of what the actor may list. @throws Refused if wish, order or fields name what the actor may not see */
    public Slice<Row> page(Actor actor, RecordKind kind, Filter wish, Listing listing) {
        return page(Access.scoped(actor, keepers.of(kind).listing(), wish), kind, listing);
    }

    /** A page of the customers in the pools that the actor sees. @throws Refused as {@link #page} */
    public Slice<Row> pooled(Actor actor, Filter wish, Listing listing) {
        return page(Access.scoped(actor, UseCase.POOL_LIST, wish), RecordKind.CUSTOMER, listing);
    }

    private Slice<Row> page(Scoped scoped, RecordKind kind, Listing listing) {
        return records.page(scoped, kind, listing, known(scoped, kind));
    }

    /**
     * The next of what the actor may list, in an order.
     *
     * @param place behind which; null from the beginning
     * @param fields the only ones that are read
     * @throws Refused as {@link #page}
     */
    public List<Row> behind(
            Actor actor,
            RecordKind kind,
            Filter wish,
            Order order,
            @Nullable Place place,
            Set<String> fields,
            int size) {
        Scoped scoped = Access.scoped(actor, keepers.of(kind).listing(), wish);
        return records.behind(scoped, kind, order, place, fields, size);
    }

    /** The last changed records that the actor may list and words find. @throws Refused as {@link #page} */
    List<Row> found(Actor actor, RecordKind kind, String words, Set<String> fields, int size) {
        Scoped scoped = Access.scoped(actor, keepers.of(kind).listing(), new Filter.Search(words));
        return records.found(scoped, kind, fields, size);
    }

    /** As {@link #behind}, of the customers in the pools that the actor sees. */
    public List<Row> pooledBehind(
            Actor actor, Filter wish, Order order, @Nullable Place place, Set<String> fields, int size) {
        Scoped scoped = Access.scoped(actor, UseCase.POOL_LIST, wish);
        return records.behind(scoped, RecordKind.CUSTOMER, order, place, fields, size);
    }

    private Function<Filter, Optional<SqlText>> known(Scoped scoped, RecordKind kind) {
        return switch (kind) {
            case CUSTOMER -> part -> tallies.totalSql(scoped, part);
            case LEAD, CONTACT, OPPORTUNITY -> part -> tallies.totalSql(scoped, kind, part);
            case PRODUCT -> part -> Optional.empty();
        };
    }

    /** The sum of a field over all that the actor may list and wishes, zero for none. @throws Refused as {@link #page} */
    public BigDecimal sum(Actor actor, RecordKind kind, Filter wish, String field) {
        return records.sum(Access.scoped(actor, keepers.of(kind).listing(), wish), kind, field);
    }

    /** As {@link #sum}, over the customers in the pools that the actor sees. */
    public BigDecimal pooledSum(Actor actor, Filter wish, String field) {
        return records.sum(Access.scoped(actor, UseCase.POOL_LIST, wish), RecordKind.CUSTOMER, field);
    }

    /**
     * As what a record stands there for the actor, who was shown that it is there.
     *
     * @throws Refused if it has gone meanwhile
     */
    public Standing standing(Actor actor, RecordKind kind, long id) {
        Keeper keeper = keepers.of(kind);
        return store.standing(
                        actor,
                        kind,
                        id,
                        reach(actor, keeper.changing()),
                        reach(actor, keeper.deletion()),
                        reach(actor, keeper.transfer()))
                .orElseThrow(() -> Refused.notFound(RecordProblems.kind(kind)));
    }

    /** How far a use case reaches; null for an actor who has no part in it. */
    private static @Nullable Permit reach(Actor actor, UseCase useCase) {
        try {
            return Access.permit(actor, useCase);
        } catch (Refused e) {
            return null;
        }
    }
}
