package io.haina.database;

import io.haina.filter.Filter;
import io.haina.filter.Operator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How customers are found by the ways to reach them: their own, which lie in {@code ways}, and the number of their primary
 * contact. A value is looked up by the indexes of both; anything else looks at each row.
 */
final class WaySql {

    private static final String PRIMARY = "mobile";

    private WaySql() {}

    static void append(SqlText sql, Layout layout, Filter.Reached reached, long tenantId) {
        String kind = kind(reached);
        List<String> values = reached.values();
        switch (reached.operator()) {
            case IS, IN -> appendFound(sql, layout, kind, values, tenantId);
            case IS_NOT, NOT_IN -> {
                sql.add("not ");
                appendEach(sql, layout, kind, "w.value = any (?)", (Object) values.toArray(String[]::new));
            }
            case CONTAINS -> appendEach(sql, layout, kind, "strpos(lower(w.value), lower(?)) > 0", values.getFirst());
            case NOT_CONTAINS -> {
                sql.add("not ");
                appendEach(sql, layout, kind, "strpos(lower(w.value), lower(?)) > 0", values.getFirst());
            }
            case STARTS_WITH ->
                appendEach(sql, layout, kind, "starts_with(lower(w.value), lower(?))", values.getFirst());
            case ENDS_WITH ->
                appendEach(
                        sql,
                        layout,
                        kind,
                        "right(lower(w.value), char_length(?)) = lower(?)",
                        values.getFirst(),
                        values.getFirst());
            case IS_NULL -> {
                sql.add("not ");
                appendEach(sql, layout, kind, "true");
            }
            case IS_NOT_NULL -> appendEach(sql, layout, kind, "true");
            case GREATER -> appendEach(sql, layout, kind, "w.value > ?", values.getFirst());
            case AT_LEAST -> appendEach(sql, layout, kind, "w.value >= ?", values.getFirst());
            case LESS -> appendEach(sql, layout, kind, "w.value < ?", values.getFirst());
            case AT_MOST -> appendEach(sql, layout, kind, "w.value <= ?", values.getFirst());
            case BETWEEN ->
                appendEach(
                        sql,
                        layout,
                        kind,
                        "(? = '' or w.value >= ?) and (? = '' or w.value <= ?)",
                        values.getFirst(),
                        values.getFirst(),
                        values.getLast(),
                        values.getLast());
        }
    }

    /** The kind, which becomes part of the text: a plain word of this program's own. */
    private static String kind(Filter.Reached reached) {
        if (!reached.kind().matches("[a-z]{1,20}")) {
            throw new IllegalArgumentException(
                    "no kind of way: " + reached.kind().toLowerCase(Locale.ROOT));
        }
        return reached.kind();
    }

    /** By the indexes: who has one of the values is found first, whatever else the list asks for. */
    private static void appendFound(SqlText sql, Layout layout, String kind, List<String> values, long tenantId) {
        sql.add(layout.column("id") + " = any (")
                .add(found(kind, values, tenantId))
                .add(")");
    }

    /** The ids of those that a condition lets through which names whole values; empty for another condition. */
    static Optional<SqlText> found(Filter part, long tenantId) {
        return part instanceof Filter.Reached reached
                        && (reached.operator() == Operator.IS || reached.operator() == Operator.IN)
                ? Optional.of(found(kind(reached), reached.values(), tenantId))
                : Optional.empty();
    }

    private static SqlText found(String kind, List<String> values, long tenantId) {
        String wanted = "array(select jsonb_build_object('" + kind
                + "', jsonb_build_array(jsonb_build_object('value', v))) from unnest(?::text[]) v)";
        SqlText sql = new SqlText()
                .add(
                        "array(select k.id from customer k where k.tenant_id = ?"
                                + " and k.deleted_at is null and k.ways <> '{}' and k.ways @> any (" + wanted + ")",
                        tenantId,
                        values.toArray(String[]::new));
        if (kind.equals(PRIMARY)) {
            sql.add(
                    " union all select p.customer_id from contact p where p.tenant_id = ? and p.phone = any (?)"
                            + " and p.is_primary and p.deleted_at is null",
                    tenantId,
                    values.toArray(String[]::new));
        }
        return sql.add(")");
    }

    /** Some way of the row's passes. */
    private static void appendEach(SqlText sql, Layout layout, String kind, String condition, Object... values) {
        String ways = layout.column("ways") + " -> '" + kind + "'";
        sql.add("exists (select from (select e ->> 'value' as value from jsonb_array_elements(" + ways + ") e");
        if (kind.equals(PRIMARY)) {
            sql.add(" union all select p.phone from contact p where p.tenant_id = " + layout.tenant()
                    + " and p.customer_id = " + layout.column("id")
                    + " and p.is_primary and p.deleted_at is null and p.phone is not null");
        }
        sql.add(") w where " + condition + ")", values);
    }
}
