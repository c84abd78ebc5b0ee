package io.haina.staff;

import static io.haina.database.Rows.at;

import io.haina.access.Permit;
import io.haina.audit.Change;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.problem.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of the lines between people and departments. */
@Repository
class OrganisationStore {

    private final Sql sql;

    OrganisationStore(Sql sql) {
        this.sql = sql;
    }

    /** A line from a row of a table to one of the same or another table. */
    enum Line {
        SUPERIOR("staff", "superior_id", "staff", "superior"),
        MEMBER("staff", "department_id", "department", "department"),
        TEAM("staff", "team_id", "team", "team"),
        PARENT("department", "parent_id", "department", "parent");

        private final String table;
        private final String column;
        private final String target;
        private final String field;

        Line(String table, String column, String target, String field) {
            this.table = table;
            this.column = column;
            this.target = target;
            this.field = field;
        }

        /** The name under which a target that makes a circle is refused. */
        String field() {
            return field;
        }

        /** What is missing where one of both ends is. */
        Problem.Kind kind() {
            return table.equals("staff") && this != MEMBER ? Problem.Kind.STAFF : Problem.Kind.DEPARTMENT;
        }

        /** The condition that the target does not lie below the row {@code w}; the row lies below itself. */
        private String noCircle() {
            return switch (this) {
                case SUPERIOR -> "not (x.id = any (staff_under(w.tenant_id, w.id)))";
                case MEMBER, TEAM -> "true";
                case PARENT -> "not (w.id = any (departments_above(w.tenant_id, x.id)))";
            };
        }
    }

    /**
     * Makes changes of the company's rules, and of who belongs where, take turns until the transaction ends: two at once could
     * close a circle that neither sees.
     */
    void takeTurns(Permit permit) {
        sql.row(
                new SqlText()
                        .add(
                                "select id from tenant where id = ? for no key update",
                                permit.actor().tenantId()),
                (row, n) -> row.getLong("id"));
    }

    /** Keeps a person as they are until the transaction ends, but lets others name them. */
    void lock(Permit permit, long staff) {
        sql.rows(
                new SqlText()
                        .add(
                                "select id from staff where tenant_id = ? and id = ? for no key update",
                                permit.actor().tenantId(),
                                staff),
                (row, n) -> true);
    }

    /** Draws a line, or with null takes it away. @return whether both ends are there and it closes no circle */
    boolean change(Permit permit, Line line, long id, @Nullable Long other, Instant now) {
        long tenant = permit.actor().tenantId();
        String state = "jsonb_build_object('" + line.column + "', %s." + line.column + ")";
        SqlText update = new SqlText().add("update " + line.table + " w set " + line.column + " = was.other");
        if (line.table.equals("staff")) {
            update.add(", updated_at = ?", at(now));
        }
        update.add(" from was where w.tenant_id = ? and w.id = was.id returning w.*", tenant);
        Write write = new Write()
                .with(
                        "was",
                        "select w.*, x.id as other from " + line.table + " w left join " + line.target
                                + " x on x.tenant_id = w.tenant_id and x.id = ?::bigint where w.tenant_id = ? and w.id = ?"
                                + " and (?::bigint is null or x.id is not null and " + line.noCircle() + ")",
                        other,
                        tenant,
                        id,
                        other)
                .with("changed", update)
                .with(
                        "audited",
                        Change.of(
                                permit.actor(),
                                tenant,
                                now,
                                "organise",
                                line.table,
                                "was join changed using (id)",
                                "id",
                                state.formatted("was"),
                                state.formatted("changed")))
                .with(
                        "told",
                        Event.of(
                                tenant,
                                now,
                                line.table + ".organised",
                                "changed",
                                "id",
                                "jsonb_build_object('id', id)"));
        return sql.row(write.select("select id from changed"), (row, n) -> true).isPresent();
    }

    /** Whether both ends of a line are there. */
    boolean exist(Permit permit, Line line, long id, @Nullable Long other) {
        long tenant = permit.actor().tenantId();
        return sql.row(
                        new SqlText()
                                .add(
                                        "select exists (select from " + line.table
                                                + " where tenant_id = ? and id = ?) and (?::bigint is null or exists (select from "
                                                + line.target + " where tenant_id = ? and id = ?)) as there",
                                        tenant,
                                        id,
                                        other,
                                        tenant,
                                        other),
                        (row, n) -> row.getBoolean("there"))
                .orElse(false);
    }
}
