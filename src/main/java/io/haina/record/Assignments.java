package io.haina.record;

import io.haina.database.SqlText;
import io.haina.field.Field;
import io.haina.field.FieldType;
import io.haina.field.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Columns of this program's own making and the values that they are to have; a tenant's own fields go into the jsonb. */
public final class Assignments {

    private final Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    private final Map<String, Object> custom = new LinkedHashMap<>();
    private final List<String> emptied = new ArrayList<>();

    /** JSON as text, for a column that holds JSON. */
    public record Json(String text) {}

    /** What a draft sets. */
    public static Assignments of(Values values) {
        Assignments assignments = new Assignments();
        values.byField().forEach(assignments::set);
        return assignments;
    }

    private void set(Field field, @Nullable Object value) {
        String stored = field.stored();
        if (stored != null) {
            columns.put(stored, bound(value));
        } else if (value == null) {
            emptied.add(Long.toString(field.customId()));
        } else {
            custom.put(Long.toString(field.customId()), json(value));
        }
    }

    /** Sets a column besides the draft. */
    public Assignments set(String column, @Nullable Object value) {
        columns.put(column, bound(value));
        return this;
    }

    /** Sets a column that the draft has not set. */
    public Assignments setIfAbsent(String column, @Nullable Object value) {
        if (!columns.containsKey(column)) {
            columns.put(column, bound(value));
        }
        return this;
    }

    /** Columns and values, ready to follow {@code insert into table}. */
    SqlText inserted() {
        SqlText sql = new SqlText()
                .add("(" + String.join(", ", columns.keySet()) + ", custom) values (")
                .add(
                        columns.values().stream().map(Assignments::placeholder).collect(Collectors.joining()),
                        columns.values().stream().map(Assignments::text).toArray());
        return sql.add("?::jsonb)", RowReader.JSON.writeValueAsString(custom));
    }

    /** Ready to follow {@code set}. */
    SqlText updated(String alias) {
        List<String> parts = columns.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + (entry.getValue() instanceof Json ? "?::jsonb" : "?"))
                .toList();
        SqlText sql = new SqlText()
                .add(
                        String.join(", ", parts),
                        columns.values().stream().map(Assignments::text).toArray());
        if (!custom.isEmpty() || !emptied.isEmpty()) {
            sql.add(
                    (parts.isEmpty() ? "" : ", ") + "custom = (" + alias + ".custom || ?::jsonb) - ?::text[]",
                    RowReader.JSON.writeValueAsString(custom),
                    emptied.toArray(String[]::new));
        }
        return sql;
    }

    /** Whether a record has another value in a field; clients send back times as they were shown them, without fractions. */
    static SqlText differs(String alias, Field field, @Nullable Object value) {
        String stored = field.stored();
        if (stored == null) {
            return new SqlText()
                    .add(
                            alias + ".custom -> '" + field.customId() + "' is distinct from ?::jsonb",
                            value == null ? null : RowReader.JSON.writeValueAsString(json(value)));
        }
        String column = alias + "." + stored;
        SqlText sql = new SqlText().add(column + " is distinct from ?", bound(value));
        return field.type() == FieldType.INSTANT
                ? sql.add(" and date_trunc('second', " + column + ") is distinct from ?", bound(value))
                : sql;
    }

    private static String placeholder(@Nullable Object value) {
        return value instanceof Json ? "?::jsonb, " : "?, ";
    }

    private static @Nullable Object text(@Nullable Object value) {
        return value instanceof Json(String text) ? text : value;
    }

    private static @Nullable Object bound(@Nullable Object value) {
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }

    private static Object json(Object value) {
        return switch (value) {
            case Instant instant -> instant.truncatedTo(ChronoUnit.SECONDS).toString();
            case LocalDate date -> date.toString();
            case BigDecimal number -> number;
            default -> value;
        };
    }
}
