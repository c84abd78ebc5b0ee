package io.haina.database;

import io.haina.filter.Filter;
import java.util.Optional;

/**
 * The part of {@link FilterSql} that knows who reaches a record in other ways than holding it, or by what is known of people
 * alone. Each asks once for an array and compares with it: a subquery in brackets is evaluated once, a function call is
 * evaluated for every row.
 */
final class ReachSql {

    private ReachSql() {}

    /** An array of ids, and the column that one of them must equal. */
    record Driver(String column, SqlText ids) {

        /** The condition that the column equals one of the ids. */
        SqlText condition() {
            return new SqlText().add(column + " = any (").add(ids).add(")");
        }
    }

    /** What a part compares with an array of ids; empty for a part that compares with nothing of the kind. */
    static Optional<Driver> driver(Layout layout, Filter part, long tenantId) {
        return Optional.ofNullable(
                switch (part) {
                    case Filter.HeldByThoseUnder(long staffId) ->
                        new Driver(layout.holder(), call("staff_under", tenantId, staffId));
                    case Filter.HeldInDepartment(long departmentId) ->
                        new Driver(layout.holder(), call("staff_in_department", tenantId, departmentId));
                    case Filter.InOpenPool(long staffId) ->
                        new Driver(layout.column("pool_id"), call("pools_open_to", tenantId, staffId));
                    default -> null;
                });
    }

    /** The condition of a part for which {@link #driver} is there. */
    static void append(SqlText sql, Layout layout, Filter part, long tenantId) {
        Driver driver = driver(layout, part, tenantId).orElseThrow();
        // Said besides, because indexes of what is held, or pooled, are only used where the condition says so.
        String held = part instanceof Filter.InOpenPool ? " is null and " : " is not null and ";
        sql.add("(" + layout.holder() + held).add(driver.condition()).add(")");
    }

    /** As few as a person's memberships are: found by the person, not by the record. What nobody holds is not shared. */
    static void appendShared(SqlText sql, Layout layout, Filter.SharedWith shared, long tenantId) {
        sql.add(
                "(" + layout.holder() + " is not null and " + layout.column("id")
                        + " = any (array(select m.record_id from record_member m"
                        + " where m.tenant_id = ? and m.staff_id = ? and m.kind = ?"
                        + (shared.writing() ? " and m.power = 'write'" : "") + ")))",
                tenantId,
                shared.staffId(),
                layout.kindKey());
    }

    static void appendStarred(SqlText sql, Layout layout, long staffId, long tenantId) {
        sql.add(
                layout.column("id") + " = any (array(select s.record_id from star s"
                        + " where s.tenant_id = ? and s.staff_id = ? and s.kind = ?))",
                tenantId,
                staffId,
                layout.kindKey());
    }

    private static SqlText call(String function, long tenantId, long id) {
        return new SqlText().add("(select " + function + "(?, ?))::bigint[]", tenantId, id);
    }
}
