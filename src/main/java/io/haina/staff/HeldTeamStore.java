package io.haina.staff;

import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import java.util.List;
import org.springframework.stereotype.Repository;

/**
 * The SQL by which what somebody holds is their team's. It is copied beside the owner of each record, because lists read a
 * team by an index; so it says nothing that the owner does not, and no audit needs it.
 */
@Repository
class HeldTeamStore {

    /** Every table that says whose a row is, and of which team that person is. */
    static final List<String> TABLES =
            List.of("customer", "lead", "contact", "opportunity", "product", "contract", "outreach");

    private final Sql sql;

    HeldTeamStore(Sql sql) {
        this.sql = sql;
    }

    /** Locks a person's undecided requests: whoever decides one locks it before anything else. */
    void lockRequests(long tenant, long staff) {
        sql.rows(
                new SqlText()
                        .add(
                                "select id from approval where tenant_id = ? and applicant_id = ? and status = 'pending'"
                                        + " order by id for update",
                                tenant,
                                staff),
                (row, n) -> row.getLong("id"));
    }

    /**
     * Waits for the steps that jobs of the tenant are at, whoever runs them: a job changes its row first in each step. The
     * next step waits in turn, until the transaction ends; so it must hold nothing that a step might want.
     */
    void letStepsEnd(long tenant) {
        sql.rows(
                new SqlText()
                        .add(
                                "select id from job where tenant_id = ? and state = 'running' order by id for share",
                                tenant),
                (row, n) -> row.getLong("id"));
    }

    /** Gives all that a person holds, and the undecided requests, the team in which the person is now. */
    void follow(long tenant, long staff) {
        sql.change(new SqlText().add("""
                        update approval a set applicant_team_id = s.team_id from staff s
                        where s.tenant_id = ? and s.id = ? and a.tenant_id = s.tenant_id and a.applicant_id = s.id
                            and a.status = 'pending' and a.applicant_team_id is distinct from s.team_id""", tenant, staff));
        for (String table : TABLES) {
            Write write = new Write()
                    .with("held", """
                            select k.id, s.team_id from staff s
                            join %s k on k.tenant_id = s.tenant_id and k.owner_id = s.id
                            where s.tenant_id = ? and s.id = ? and k.deleted_at is null
                                and k.team_id is distinct from s.team_id
                            order by k.id for no key update of k""".formatted(table), tenant, staff)
                    .with("moved", """
                            update %s k set team_id = held.team_id from held
                            where k.tenant_id = ? and k.id = held.id returning k.id""".formatted(table), tenant);
            sql.row(write.select("select count(*) from moved"), (row, n) -> row.getInt(1));
        }
    }
}
