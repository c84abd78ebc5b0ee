package io.haina.exchange;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.audit.Change;
import io.haina.database.FilterSql;
import io.haina.database.Layout;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.problem.Problem.Rule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Jobs as their owners see them. */
@Repository
class JobStore {

    private static final FilterSql FILTERS = new FilterSql(new Layout(
            new FieldCatalog(List.of()), "j.tenant_id", "j.staff_id", "null::bigint", Layout.TextSearch.none()));

    private static final String STATE = "jsonb_build_object('kind', kind, 'records', record_kind, 'options', options)";

    private final Sql sql;

    JobStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * A job that is to be made.
     *
     * @param options a JSON object
     */
    record Draft(
            UUID uuid,
            JobKind kind,
            RecordKind recordKind,
            String options,
            String fileName,
            @Nullable Long total,
            List<String> header) {}

    /** Makes a job of the actor's. @return its id */
    long insert(Permit permit, Draft draft, Instant now) {
        Actor actor = permit.actor();
        SqlText made = new SqlText()
                .add(
                        """
                        insert into job (tenant_id, uuid, kind, record_kind, staff_id, options, file_name, total, header,
                            created_at)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?, ?::bigint, ?::text[], ?) returning *""",
                        actor.tenantId(),
                        draft.uuid(),
                        draft.kind().key(),
                        draft.recordKind().key(),
                        actor.staffId(),
                        draft.options(),
                        draft.fileName(),
                        draft.total(),
                        draft.header().isEmpty() ? null : draft.header().toArray(String[]::new),
                        at(now));
        return sql.row(audited(actor, made, now), (row, n) -> row.getLong("id")).orElseThrow();
    }

    /** Makes the undoing of an import that has ended. @return its id; empty if it is undone already, or not in reach */
    OptionalLong insertUndo(Permit permit, long importId, UUID uuid, Instant now) {
        Actor actor = permit.actor();
        SqlText made = new SqlText()
                .add("""
                        insert into job (tenant_id, uuid, kind, record_kind, staff_id, options, file_name, undoes_id, total,
                            created_at)
                        select j.tenant_id, ?, 'undo', j.record_kind, ?, '{}', j.file_name, j.id,
                            (select count(*) from job_row r where r.tenant_id = j.tenant_id and r.job_id = j.id
                                and r.outcome in ('created', 'changed') and r.undone_at is null),
                            ?
                        from job j where\s""", uuid, actor.staffId(), at(now))
                .add(FILTERS.where(permit.reach()))
                .add("""
                         and j.id = ? and j.kind = 'import' and not j.dry_run and j.finished_at is not null
                        on conflict (tenant_id, undoes_id) where undoes_id is not null
                            and state not in ('failed', 'cancelled') do nothing
                        returning *""", importId);
        return sql.rows(audited(actor, made, now), (row, n) -> row.getLong("id")).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    private static SqlText audited(Actor actor, SqlText made, Instant now) {
        return new Write()
                .with("made", made)
                .with(
                        "audited",
                        Change.of(actor, actor.tenantId(), now, "job.start", "job", "made", "id", "null", STATE))
                .select("select id from made");
    }

    Optional<Job> find(Scoped scoped, long id) {
        return sql.row(
                new SqlText()
                        .add("select j.* from job j where ")
                        .add(FILTERS.where(scoped.filter()))
                        .add(" and j.id = ?", id),
                (row, n) -> JobRows.job(row));
    }

    private static final String WATCHED = """
            select j.*, s.real_name as by_name, u.id as undone_by, coalesce(u.state = 'done', false) as undone
            from job j join staff s on s.tenant_id = j.tenant_id and s.id = j.staff_id
            left join job u on u.tenant_id = j.tenant_id and u.undoes_id = j.id
                and u.state not in ('failed', 'cancelled')
            where\s""";

    Optional<WatchedJob> watch(Scoped scoped, long id) {
        return sql.row(
                new SqlText().add(WATCHED).add(FILTERS.where(scoped.filter())).add(" and j.id = ?", id),
                (row, n) -> watched(row));
    }

    private record Counted(long total, @Nullable WatchedJob job) {}

    /** The newest first. */
    Slice<WatchedJob> page(Scoped scoped, @Nullable JobKind kind, Page page) {
        SqlText wanted = FILTERS.where(scoped.filter());
        if (kind != null) {
            wanted.add(" and j.kind = ?", kind.key());
        }
        SqlText statement = new SqlText()
                .add("select counted.jobs, e.* from (select count(*) as jobs from job j where ")
                .add(wanted)
                .add(") counted left join (" + WATCHED)
                .add(wanted)
                .add(" order by j.id desc ")
                .add(SqlText.limit(page))
                .add(") e on true order by e.id desc");
        List<Counted> found = sql.rows(
                statement,
                (row, n) -> new Counted(row.getLong("jobs"), row.getObject("id") == null ? null : watched(row)));
        List<WatchedJob> jobs =
                found.stream().flatMap(each -> Stream.ofNullable(each.job())).toList();
        return new Slice<>(jobs, page, found.getFirst().total(), true);
    }

    private static WatchedJob watched(ResultSet row) throws SQLException {
        return new WatchedJob(
                JobRows.job(row),
                row.getString("by_name"),
                Rows.optionalLong(row, "undone_by"),
                row.getBoolean("undone"));
    }

    /** Asks a job to stop; one that waits has stopped with that. @return whether there is such a job in reach */
    boolean cancel(Permit permit, long id, Instant now) {
        Actor actor = permit.actor();
        SqlText found = new SqlText()
                .add("select j.tenant_id, j.id, j.state, j.finished_at from job j where ")
                .add(FILTERS.where(permit.reach()))
                .add(" and j.id = ?", id);
        SqlText write = new Write()
                .with("found", found)
                .with("asked", """
                        insert into job_cancel (tenant_id, job_id, asked_at)
                        select tenant_id, id, ? from found where finished_at is null
                        on conflict do nothing returning job_id""", at(now))
                .with("cancelled", """
                        update job j set state = 'cancelled', finished_at = ? from found
                        where j.tenant_id = ? and j.id = found.id and j.state = 'waiting'""", at(now), actor.tenantId())
                .with(
                        "audited",
                        Change.of(
                                actor,
                                actor.tenantId(),
                                now,
                                "job.cancel",
                                "job",
                                "found join asked on asked.job_id = found.id",
                                "id",
                                "null",
                                "jsonb_build_object('state', state)"))
                .select("select id from found");
        return sql.row(write, (row, n) -> row.getLong("id")).isPresent();
    }

    /** The rows that an import refused, in their order, behind a row number. */
    List<RefusedRow> refused(Scoped scoped, long job, int afterRow, int limit) {
        return sql.rows(
                new SqlText()
                        .add("""
                                select r.row_number, r.reason, r.field, r.rule, r.cells from job j
                                join job_row r on r.tenant_id = j.tenant_id and r.job_id = j.id
                                where\s""")
                        .add(FILTERS.where(scoped.filter()))
                        .add(
                                " and j.id = ? and r.outcome = 'refused' and r.row_number > ? order by r.row_number limit "
                                        + limit,
                                job,
                                afterRow),
                (row, n) -> new RefusedRow(
                        row.getInt("row_number"),
                        new RowProblem(
                                RowReason.valueOf(row.getString("reason")),
                                row.getString("field"),
                                rule(row.getString("rule"))),
                        List.of(JobRows.JSON.readValue(row.getString("cells"), String[].class))));
    }

    private static @Nullable Rule rule(@Nullable String name) {
        return name == null ? null : Rule.valueOf(name);
    }
}
