package io.haina.database;

import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.stereotype.Component;

/** Runs an {@link SqlText}. */
@Component
public class Sql {

    /** How every connection begins; also in application.properties. */
    private static final String ONE_PLAN = "set plan_cache_mode = force_generic_plan";

    private static final String CANCELLED = "57014";

    private final JdbcTemplate jdbc;
    private final String longest;

    /**
     * @param longest how long a client's own wish is looked for at most: it holds a connection and a processor that others
     *     need
     */
    public Sql(JdbcTemplate jdbc, @Value("${haina.longest-search:10s}") Duration longest) {
        this.jdbc = jdbc;
        this.longest = "set statement_timeout = " + longest.toMillis();
    }

    /** All rows of a statement, with the plan that the server keeps for its text. */
    public <T> List<T> rows(SqlText sql, RowMapper<T> mapper) {
        Ahead<?> ahead = Ahead.unasked();
        if (ahead != null && sql.onlyReads()) {
            return rowsBehind(ahead, sql, mapper);
        }
        Ahead.settle();
        return rowsAlone(sql, mapper);
    }

    /** The same, whatever should go ahead. */
    <T> List<T> rowsAlone(SqlText sql, RowMapper<T> mapper) {
        return jdbc.query(sql.text(), mapper, sql.values().toArray());
    }

    private <T> List<T> rowsBehind(Ahead<?> ahead, SqlText sql, RowMapper<T> mapper) {
        SqlText both = ahead.before(sql);
        return Objects.requireNonNull(jdbc.execute(both.text(), (PreparedStatementCallback<List<T>>) prepared -> {
            new ArgumentPreparedStatementSetter(both.values().toArray()).setValues(prepared);
            prepared.execute();
            try (ResultSet answer = prepared.getResultSet()) {
                ahead.read(answer);
            }
            prepared.getMoreResults();
            return found(prepared, mapper);
        }));
    }

    private static <T> List<T> found(PreparedStatement prepared, RowMapper<T> mapper) throws SQLException {
        try (ResultSet found = prepared.getResultSet()) {
            return new RowMapperResultSetExtractor<>(mapper).extractData(found);
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> row(SqlText sql, RowMapper<T> mapper) {
        return rows(sql, mapper).stream().findFirst();
    }

    /**
     * All rows of a statement that is planned for these very values: for searches and for filters that a client makes up,
     * where the best way depends on how common the values are. Connections keep one plan for everything else, so the
     * statement asks for its own, all in one round trip.
     *
     * @throws Refused if it takes too long
     */
    public <T> List<T> rowsPlannedAnew(SqlText sql, RowMapper<T> mapper) {
        Ahead.settle();
        String statement = "set plan_cache_mode = force_custom_plan; " + longest + "; " + sql.text() + "; " + ONE_PLAN
                + "; reset statement_timeout";
        try {
            return plannedAnew(statement, sql.values().toArray(), mapper);
        } catch (DataAccessException e) {
            if (e.getMostSpecificCause() instanceof SQLException cause && CANCELLED.equals(cause.getSQLState())) {
                throw new Refused(new Problem.TooBroad(null));
            }
            throw e;
        }
    }

    private <T> List<T> plannedAnew(String statement, @Nullable Object[] values, RowMapper<T> mapper) {
        return Objects.requireNonNull(jdbc.execute(
                connection -> {
                    PreparedStatement prepared = connection.prepareStatement(statement);
                    prepared.unwrap(PGStatement.class).setPrepareThreshold(0);
                    return prepared;
                },
                (PreparedStatementCallback<List<T>>) prepared -> {
                    new ArgumentPreparedStatementSetter(values).setValues(prepared);
                    prepared.execute();
                    prepared.getMoreResults();
                    prepared.getMoreResults();
                    return found(prepared, mapper);
                }));
    }

    /** Changes rows. @return how many */
    public int change(SqlText sql) {
        Ahead.settle();
        return jdbc.update(sql.text(), sql.values().toArray());
    }
}
