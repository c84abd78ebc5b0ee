package io.haina.exchange;

import static io.haina.database.Rows.at;

import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.exchange.RunStore.Claimed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What became of the rows of imports. */
@Repository
class RowStore {

    private final Sql sql;

    RowStore(Sql sql) {
        this.sql = sql;
    }

    /** A row and what became of it. */
    record Result(SheetRow row, RowOutcome outcome) {

        boolean isRefused() {
            return outcome instanceof RowOutcome.Refused;
        }
    }

    /** Lets the database look at the tables that an import fills, so that its plans fit what they hold now. */
    void analyze(Claimed job) {
        sql.change(new SqlText().add("analyze " + kind(job) + ", record_search, unique_value, job_row"));
    }

    /** A row that can be taken back. */
    record Written(int number, RowOutcome outcome) {}

    /** Writes down what became of some rows, of a dry run the refused ones, and counts them. */
    void add(Claimed job, List<Result> results) {
        SqlText write = new Write()
                .with(
                        "written",
                        """
                        insert into job_row (tenant_id, job_id, row_number, outcome, record_id, stamp, before, reason, field,
                            rule, cells)
                        select ?, ?, r.number, r.outcome, r.record, k.updated_at, r.before::jsonb, r.reason, r.field, r.rule,
                            r.cells::jsonb
                        from unnest(?::integer[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[]) as r(number, outcome, record, before, reason, field, rule, cells)
                        left join\s""" + kind(job) + " k on k.tenant_id = ? and k.id = r.record"
                                + (job.job().dryRun() ? " where r.outcome = 'refused' on conflict do nothing" : ""),
                        job.tenantId(),
                        job.id(),
                        results.stream().map(result -> result.row().number()).toArray(Integer[]::new),
                        texts(results, RowStore::outcome),
                        results.stream().map(RowStore::record).toArray(Long[]::new),
                        texts(results, RowStore::before),
                        texts(results, result -> nameOf(reason(result))),
                        texts(results, RowStore::field),
                        texts(results, RowStore::rule),
                        texts(results, RowStore::cells),
                        job.tenantId())
                .with(
                        "noted",
                        """
                        update job set errors = errors + ?, created = created + ?, changed = changed + ?,
                            skipped = skipped + ? where tenant_id = ? and id = ? returning 1""",
                        count(results, RowOutcome.Refused.class),
                        count(results, RowOutcome.Created.class),
                        count(results, RowOutcome.Changed.class),
                        count(results, RowOutcome.Skipped.class),
                        job.tenantId(),
                        job.id())
                .select("select 1 from noted");
        sql.rows(write, (row, n) -> true);
    }

    private static long count(List<Result> results, Class<? extends RowOutcome> type) {
        return results.stream().map(Result::outcome).filter(type::isInstance).count();
    }

    /** The record that a bulk job dealt with last; 0 before the first. */
    long lastRecord(Claimed job) {
        return sql.row(
                        new SqlText()
                                .add(
                                        "select coalesce(max(coalesce(record_id, (cells ->> 0)::bigint)), 0) as last"
                                                + " from job_row where tenant_id = ? and job_id = ?",
                                        job.tenantId(),
                                        job.id()),
                        (row, n) -> row.getLong("last"))
                .orElse(0L);
    }

    /** The table of the records. */
    private static String kind(Claimed job) {
        return job.job().recordKind().key();
    }

    private static String[] texts(List<Result> results, Function<Result, @Nullable String> each) {
        return results.stream().map(each).toArray(String[]::new);
    }

    private static String outcome(Result result) {
        return switch (result.outcome()) {
            case RowOutcome.Created created -> "created";
            case RowOutcome.Changed changed -> "changed";
            case RowOutcome.Skipped skipped -> "skipped";
            case RowOutcome.Refused refused -> "refused";
        };
    }

    private static @Nullable Long record(Result result) {
        return switch (result.outcome()) {
            case RowOutcome.Created created -> created.recordId();
            case RowOutcome.Changed changed -> changed.recordId();
            case RowOutcome.Skipped skipped -> null;
            case RowOutcome.Refused refused -> null;
        };
    }

    private static @Nullable String before(Result result) {
        return result.outcome() instanceof RowOutcome.Changed changed ? changed.before() : null;
    }

    private static @Nullable RowProblem problem(Result result) {
        return result.outcome() instanceof RowOutcome.Refused(RowProblem problem) ? problem : null;
    }

    private static @Nullable RowReason reason(Result result) {
        RowProblem problem = problem(result);
        return problem == null ? null : problem.reason();
    }

    private static @Nullable String field(Result result) {
        RowProblem problem = problem(result);
        return problem == null ? null : problem.field();
    }

    private static @Nullable String rule(Result result) {
        RowProblem problem = problem(result);
        return problem == null ? null : nameOf(problem.rule());
    }

    private static @Nullable String cells(Result result) {
        return result.isRefused() ? JobRows.JSON.writeValueAsString(result.row().cells()) : null;
    }

    private static @Nullable String nameOf(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    /** The last rows of an import that an undoing has not yet looked at. */
    List<Written> nextToUndo(long tenantId, long importId, int limit) {
        return sql.rows(
                new SqlText().add("""
                                select row_number, outcome, record_id, before from job_row
                                where tenant_id = ? and job_id = ? and outcome in ('created', 'changed')
                                    and undone_at is null and kept_at is null
                                order by row_number desc limit ?""", tenantId, importId, limit),
                (row, n) -> new Written(row.getInt("row_number"), written(row)));
    }

    private static RowOutcome written(ResultSet row) throws SQLException {
        long record = row.getLong("record_id");
        return row.getString("outcome").equals("created")
                ? new RowOutcome.Created(record)
                : new RowOutcome.Changed(record, row.getString("before"));
    }

    /** When the record of a row was last changed, as far as the import and what was taken back of it know. */
    Instant stamp(long tenantId, long importId, int number) {
        return sql.row(
                        new SqlText()
                                .add(
                                        "select stamp from job_row where tenant_id = ? and job_id = ? and row_number = ?",
                                        tenantId,
                                        importId,
                                        number),
                        (row, n) -> Rows.instant(row, "stamp"))
                .orElseThrow();
    }

    /**
     * Notes a row as taken back, or as kept because somebody has changed the record since. What is taken back changes the
     * record, which earlier rows of the import about the same record must not mistake for somebody's change.
     */
    void undone(Claimed undoing, long importId, int number, boolean undone, Instant now) {
        SqlText write = new Write()
                .with("marked", """
                        update job_row set undone_at = case when ? then ?::timestamptz end,
                            kept_at = case when ? then null else ?::timestamptz end
                        where tenant_id = ? and job_id = ? and row_number = ?
                        returning job_id, row_number, record_id""", undone, at(now), undone, at(now), undoing.tenantId(), importId, number)
                .with("moved", """
                        update job_row r set stamp = k.updated_at from marked, %s k
                        where ?::boolean and r.tenant_id = ? and r.job_id = marked.job_id
                            and r.record_id = marked.record_id and r.row_number < marked.row_number
                            and k.tenant_id = r.tenant_id and k.id = r.record_id""".formatted(kind(undoing)), undone, undoing.tenantId())
                .with(
                        "noted",
                        "update job set errors = errors + ? where tenant_id = ? and id = ? returning 1",
                        undone ? 0 : 1,
                        undoing.tenantId(),
                        undoing.id())
                .select("select 1 from noted");
        sql.rows(write, (row, n) -> true);
    }
}
