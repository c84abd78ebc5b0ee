package io.haina.database;

import io.haina.field.Field;
import io.haina.field.FieldType;
import io.haina.filter.Filter;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.util.Iterator;
import java.util.List;

/** Turns a {@link Filter} into a condition. The only place where SQL is made of what a client asks for. */
public final class FilterSql {

    private final Layout layout;

    public FilterSql(Layout layout) {
        this.layout = layout;
    }

    /** The condition of a filter, ready to follow {@code where}. @throws Refused if it names an unknown field */
    public SqlText where(Filter filter) {
        return where(filter, tenantOf(filter));
    }

    /** The condition of a part of a filter, in the tenant of the whole. */
    SqlText where(Filter part, long tenantId) {
        SqlText sql = new SqlText();
        append(sql, part, tenantId);
        return sql;
    }

    /** A value of a field as the database compares it with the field's column. */
    public static Object bound(Field field, Object value) {
        return MatchSql.bound(field, value);
    }

    static long tenantOf(Filter filter) {
        return switch (filter) {
            case Filter.InTenant(long id) -> id;
            case Filter.All(List<Filter> parts) ->
                parts.stream()
                        .filter(Filter.InTenant.class::isInstance)
                        .mapToLong(FilterSql::tenantOf)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("a filter without a tenant reads nothing"));
            default -> throw new IllegalArgumentException("a filter without a tenant reads nothing");
        };
    }

    private void append(SqlText sql, Filter filter, long tenantId) {
        switch (filter) {
            case Filter.All(List<Filter> parts) -> join(sql, parts, " and ", "true", tenantId);
            case Filter.Any(List<Filter> parts) -> join(sql, parts, " or ", "false", tenantId);
            case Filter.Is is -> appendIs(sql, is);
            case Filter.Match match -> MatchSql.append(sql, layout.catalog().field(match.field()), match);
            case Filter.Reached reached -> WaySql.append(sql, layout, reached, tenantId);
            case Filter.During during -> appendDuring(sql, during);
            case Filter.Search(String text) -> layout.search().append(sql, tenantId, text);
            case Filter.SearchAround(String text) -> layout.search().around(sql, tenantId, text);
            case Filter.SearchBeside(String text) -> layout.search().beside(sql, tenantId, text);
            case Filter.InTenant(long id) -> sql.add(layout.tenant() + " = ?", id);
            case Filter.Held() -> sql.add(layout.holder() + " is not null");
            case Filter.HeldBy(long staffId) -> sql.add(layout.holder() + " = ?", staffId);
            case Filter.HeldByTeam(long teamId) ->
                sql.add(layout.team() + " = ? and " + layout.holder() + " is not null", teamId);
            case Filter.HeldByThoseUnder under -> ReachSql.append(sql, layout, under, tenantId);
            case Filter.HeldInDepartment in -> ReachSql.append(sql, layout, in, tenantId);
            case Filter.SharedWith shared -> ReachSql.appendShared(sql, layout, shared, tenantId);
            case Filter.Starred(long staffId) -> ReachSql.appendStarred(sql, layout, staffId, tenantId);
            case Filter.InPool() -> sql.add(layout.holder() + " is null");
            case Filter.InOpenPool open -> ReachSql.append(sql, layout, open, tenantId);
            case Filter.InPoolOf(long poolId) ->
                sql.add(layout.holder() + " is null and " + layout.column("pool_id") + " = ?", poolId);
        }
    }

    private void join(SqlText sql, List<Filter> parts, String word, String empty, long tenantId) {
        if (parts.isEmpty()) {
            sql.add(empty);
            return;
        }
        sql.add("(");
        Iterator<Filter> rest = parts.iterator();
        while (rest.hasNext()) {
            append(sql, rest.next(), tenantId);
            sql.add(rest.hasNext() ? word : ")");
        }
    }

    private void appendIs(SqlText sql, Filter.Is is) {
        Field field = layout.catalog().field(is.field());
        if (is.values().isEmpty()) {
            sql.add("false");
        } else {
            MatchSql.appendIn(sql, field, "", is.values());
        }
    }

    private void appendDuring(SqlText sql, Filter.During during) {
        Field field = layout.catalog().field(during.field());
        if (field.type() != FieldType.INSTANT) {
            throw Refused.invalid(field.name(), Rule.WRONG_TYPE);
        }
        sql.add("true");
        if (during.from() != null) {
            sql.add(" and " + field.column() + " >= ?", MatchSql.bound(field, during.from()));
        }
        if (during.until() != null) {
            sql.add(" and " + field.column() + " < ?", MatchSql.bound(field, during.until()));
        }
    }
}
