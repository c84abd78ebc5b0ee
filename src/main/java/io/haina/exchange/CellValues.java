package io.haina.exchange;

import io.haina.access.Actor;
import io.haina.field.Field;
import io.haina.field.FieldType;
import io.haina.record.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values of records as cells: names for ids, times in the tenant's zone, numbers as numbers. */
final class CellValues {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final NameStore names;
    private final Actor actor;
    private final List<Field> fields;
    private final ZoneId zone;
    private final Map<Field, Map<Long, String>> named = new HashMap<>();

    CellValues(NameStore names, Actor actor, List<Field> fields) {
        this.names = names;
        this.actor = actor;
        this.fields = fields;
        this.zone = actor.tenant().zone();
    }

    /** Finds out the names that some rows need, with one query for each field that needs any. */
    void lookUp(List<Row> rows) {
        named.clear();
        for (Field field : fields) {
            if (NameStore.names(field)) {
                Set<Long> ids = new HashSet<>();
                rows.stream()
                        .map(row -> row.get(field.name()))
                        .filter(Objects::nonNull)
                        .forEach(id -> ids.add((Long) id));
                named.put(field, ids.isEmpty() ? Map.of() : names.of(actor, field, ids));
            }
        }
    }

    /** The cells of a row, in the order of the fields. */
    List<@Nullable Object> of(Row row) {
        List<@Nullable Object> cells = new ArrayList<>(fields.size());
        for (Field field : fields) {
            cells.add(cell(field, row.get(field.name())));
        }
        return cells;
    }

    private @Nullable Object cell(Field field, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> TIME.format(instant.atZone(zone));
            case LocalDate date -> date.toString();
            case Collection<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(","));
            case Long id
            when NameStore.names(field) -> named.getOrDefault(field, Map.of()).get(id);
            case Number number
            when field.type() == FieldType.NUMBER
                    || field.type() == FieldType.DECIMAL
                    || field.type() == FieldType.MONEY -> number;
            default -> value.toString();
        };
    }
}
