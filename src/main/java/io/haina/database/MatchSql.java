package io.haina.database;

import io.haina.field.Field;
import io.haina.field.FieldType.Shape;
import io.haina.field.Span;
import io.haina.filter.Filter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Turns one condition on a field into SQL: the part of {@link FilterSql} that knows what fields hold. */
final class MatchSql {

    private MatchSql() {}

    static void append(SqlText sql, Field field, Filter.Match match) {
        if (field.type().shape() == Shape.LIST) {
            appendToList(sql, field, match);
            return;
        }
        String column = field.column();
        switch (match.operator()) {
            case IS -> sql.add(column + " = ?", value(field, match));
            case IS_NOT -> sql.add("(" + column + " is null or " + column + " <> ?)", value(field, match));
            case IN -> appendIn(sql, field, "", match.values());
            case NOT_IN -> {
                sql.add("(" + column + " is null or ");
                appendIn(sql, field, "not ", match.values());
                sql.add(")");
            }
            // strpos takes every character for itself; lower() on both sides makes case not count.
            case CONTAINS -> sql.add("strpos(lower(" + column + "), lower(?)) > 0", value(field, match));
            case NOT_CONTAINS ->
                sql.add("(" + column + " is null or strpos(lower(" + column + "), lower(?)) = 0)", value(field, match));
            case STARTS_WITH -> sql.add("starts_with(lower(" + column + "), lower(?))", value(field, match));
            case ENDS_WITH ->
                sql.add(
                        "right(lower(" + column + "), char_length(?)) = lower(?)",
                        value(field, match),
                        value(field, match));
            case IS_NULL -> sql.add(column + " is null");
            case IS_NOT_NULL -> sql.add(column + " is not null");
            case GREATER -> sql.add(column + " > ?", value(field, match));
            case AT_LEAST -> sql.add(column + " >= ?", value(field, match));
            case LESS -> sql.add(column + " < ?", value(field, match));
            case AT_MOST -> sql.add(column + " <= ?", value(field, match));
            case BETWEEN -> throw new IllegalArgumentException("a range is two conditions");
        }
    }

    /** A list contains what is looked for, or has exactly the values of a condition. */
    private static void appendToList(SqlText sql, Field field, Filter.Match match) {
        String column = field.column();
        String[] values = match.values().stream().map(Object::toString).toArray(String[]::new);
        switch (match.operator()) {
            case IS, CONTAINS -> sql.add("jsonb_exists_all(" + column + ", ?)", (Object) values);
            case IN -> sql.add("jsonb_exists_any(" + column + ", ?)", (Object) values);
            case IS_NOT, NOT_CONTAINS ->
                sql.add("(" + column + " is null or not jsonb_exists_all(" + column + ", ?))", (Object) values);
            case NOT_IN ->
                sql.add("(" + column + " is null or not jsonb_exists_any(" + column + ", ?))", (Object) values);
            case IS_NULL -> sql.add(column + " is null");
            case IS_NOT_NULL -> sql.add(column + " is not null");
            default -> throw new IllegalArgumentException(match.operator() + " of a list");
        }
    }

    /** The column has one of some values, or it does not. Many are one parameter: a statement takes 65,535. */
    static void appendIn(SqlText sql, Field field, String not, Collection<?> values) {
        String column = field.column();
        Object first = bound(field, values.iterator().next());
        if (first instanceof Span) {
            appendSpans(sql, field, not, values.stream().map(Span.class::cast).toList());
        } else if (values.size() == 1) {
            sql.add(not + column + " = ?", first);
        } else {
            sql.add(not + column + " = any (" + array(first) + ")", (Object) texts(field, values.stream()));
        }
    }

    /** What lies in one of some pieces of time lies in the whole of them, which an index can find. */
    private static void appendSpans(SqlText sql, Field field, String not, List<Span> spans) {
        String column = field.column();
        Object first = bound(
                field,
                spans.stream().map(Span::from).min(Comparator.naturalOrder()).orElseThrow());
        Object last = bound(
                field,
                spans.stream().map(Span::until).max(Comparator.naturalOrder()).orElseThrow());
        String times = array(first);
        sql.add(
                not + "(" + column + " >= ? and " + column + " < ? and exists (select from unnest(" + times + ", "
                        + times + ") s (since, until) where " + column + " >= s.since and " + column + " < s.until))",
                first,
                last,
                texts(field, spans.stream().map(Span::from)),
                texts(field, spans.stream().map(Span::until)));
    }

    private static String[] texts(Field field, Stream<?> values) {
        return values.map(value -> bound(field, value).toString()).toArray(String[]::new);
    }

    /** A parameter of several values like one, which come as texts. */
    private static String array(Object one) {
        return switch (one) {
            case String text -> "?::text[]";
            case Long number -> "?::bigint[]";
            case Integer number -> "?::integer[]";
            case BigDecimal number -> "?::numeric[]";
            case Boolean truth -> "?::boolean[]";
            case LocalDate date -> "?::date[]";
            case OffsetDateTime time -> "?::timestamptz[]";
            case UUID uuid -> "?::uuid[]";
            default -> throw new IllegalArgumentException("no value of a field: " + one.getClass());
        };
    }

    private static Object value(Field field, Filter.Match match) {
        if (match.values().size() != 1) {
            throw new IllegalArgumentException(match.operator() + " takes one value");
        }
        return bound(field, match.values().getFirst());
    }

    /** A value as the database compares it: a tenant's own times lie in jsonb as texts that sort like the times. */
    static Object bound(Field field, Object value) {
        return switch (value) {
            case Instant instant when field.isCustom() -> jsonText(instant);
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case LocalDate date when field.isCustom() -> date.toString();
            default -> value;
        };
    }

    /** An instant as it lies in jsonb. */
    static String jsonText(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
