package io.haina.exchange;

import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.catalog.Catalogs;
import io.haina.customer.CustomerFields;
import io.haina.customer.CustomerNames;
import io.haina.database.Grams;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.FieldType;
import io.haina.field.RecordKind;
import io.haina.kind.Keeper;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import io.haina.record.LinkKind;
import io.haina.record.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Imports one kind of record by its catalogue: names become ids, unique values find the record that is there already. */
final class RecordTarget implements ImportTarget {

    private final Keeper keeper;
    private final Catalogs catalogs;
    private final TargetStore store;

    RecordTarget(Keeper keeper, Catalogs catalogs, TargetStore store) {
        this.keeper = keeper;
        this.catalogs = catalogs;
        this.store = store;
    }

    @Override
    public RecordKind kind() {
        return keeper.kind();
    }

    @Override
    public UseCase addition() {
        return keeper.addition();
    }

    @Override
    public List<Field> columns(Actor actor) {
        return catalogs.of(actor, kind()).fields().stream()
                .filter(field -> field.isWritable()
                        && !field.label().isEmpty()
                        && field.type() != FieldType.FILE
                        && !field.rules().readOnlyFor().contains(actor.role()))
                .toList();
    }

    @Override
    public RowOutcome write(Actor actor, ImportOrder order, Map<String, String> cells) {
        FieldCatalog catalog = catalogs.of(actor, kind());
        for (Field field : columns(actor)) {
            if (field.required() && !cells.containsKey(field.name())) {
                return refused(RowReason.REQUIRED, field);
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            Field field = catalog.field(cell.getKey());
            Object value = LinkKind.of(field).isPresent()
                    ? store.idOf(actor, field, cell.getValue(), values)
                    : cell.getValue();
            if (value == null) {
                return refused(unknown(field), field);
            }
            values.put(field.name(), value);
        }
        Set<Long> same = same(actor, catalog, cells);
        if (same.size() > 1) {
            return new RowOutcome.Refused(RowProblem.of(RowReason.SEVERAL_MATCHES));
        }
        return same.isEmpty() || order.repeat() == Repeat.REFUSE
                ? created(actor, order, values)
                : repeated(actor, order, same.iterator().next(), values);
    }

    private static RowOutcome refused(RowReason reason, Field field) {
        return new RowOutcome.Refused(RowProblem.of(reason, field.name()));
    }

    private static RowReason unknown(Field field) {
        return LinkKind.of(field).filter(LinkKind.CUSTOMER::equals).isPresent()
                ? RowReason.NO_SUCH_CUSTOMER
                : RowReason.NO_SUCH_NAME;
    }

    /** The records that have one of the row's unique values. */
    private Set<Long> same(Actor actor, FieldCatalog catalog, Map<String, String> cells) {
        Set<Long> found = new TreeSet<>();
        cells.forEach((name, text) -> {
            Field field = catalog.field(name);
            if (kind() == RecordKind.CUSTOMER && name.equals(CustomerFields.NAME)) {
                found.addAll(store.customers(actor, text));
            } else if (field.rules().unique()) {
                found.addAll(store.holders(actor, kind(), field, text));
            }
        });
        return found;
    }

    @Override
    public List<String> keys(Actor actor, Map<String, String> cells) {
        FieldCatalog catalog = catalogs.of(actor, kind());
        List<String> keys = new ArrayList<>();
        cells.forEach((name, text) -> {
            if (kind() == RecordKind.CUSTOMER && name.equals(CustomerFields.NAME)) {
                keys.add(name + " " + CustomerNames.key(text));
            } else if (catalog.field(name).rules().unique()) {
                keys.add(name + " " + Grams.fold(text));
            }
        });
        return keys;
    }

    private RowOutcome created(Actor actor, ImportOrder order, Map<String, Object> values) {
        Long owner = order.ownerId();
        long id = keeper.addFor(actor, owner == null ? actor.staffId() : owner, values);
        return new RowOutcome.Created(id);
    }

    private RowOutcome repeated(Actor actor, ImportOrder order, long id, Map<String, Object> values) {
        if (order.repeat() == Repeat.SKIP) {
            return new RowOutcome.Skipped(id);
        }
        try {
            store.lock(actor, kind(), id);
            Row row = keeper.get(actor, id);
            String before = before(row, values.keySet());
            keeper.change(actor, id, values);
            return new RowOutcome.Changed(id, before);
        } catch (Refused e) {
            if (e.problem() instanceof Problem.NotFound) {
                return new RowOutcome.Refused(RowProblem.of(RowReason.NOT_OVERWRITABLE));
            }
            throw e;
        }
    }

    private static String before(Row row, Collection<String> names) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        names.forEach(name -> values.put(name, plain(row.get(name))));
        return JobRows.JSON.writeValueAsString(values);
    }

    /** A value as a draft takes it. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Collection<?> list -> list;
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    @Override
    public boolean undo(Actor actor, RowOutcome outcome, Instant stamp) {
        return switch (outcome) {
            case RowOutcome.Created(long id) -> {
                boolean unchanged = store.lockUnchanged(actor, kind(), id, stamp);
                if (unchanged) {
                    keeper.delete(actor, List.of(id));
                }
                yield unchanged;
            }
            case RowOutcome.Changed(long id, String before) -> {
                boolean unchanged = store.lockUnchanged(actor, kind(), id, stamp);
                if (unchanged) {
                    keeper.change(actor, id, values(before));
                }
                yield unchanged;
            }
            case RowOutcome.Skipped skipped -> true;
            case RowOutcome.Refused refused -> true;
        };
    }

    @SuppressWarnings("unchecked") // a JSON object
    private static Map<String, @Nullable Object> values(String before) {
        return JobRows.JSON.readValue(before, Map.class);
    }
}
