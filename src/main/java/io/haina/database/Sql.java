package io.haina.database;

import java.sql.PreparedStatement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.stereotype.Component;

/** Runs an {@link SqlText}. */
@Component
public class Sql {

    private final JdbcTemplate jdbc;

    public Sql(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All rows of a statement, with the plan that the server keeps for its text. */
    public <T> List<T> rows(SqlText sql, RowMapper<T> mapper) {
        return jdbc.query(sql.text(), mapper, sql.values().toArray());
    }

    /** The first row, if there is one. */
    public <T> Optional<T> row(SqlText sql, RowMapper<T> mapper) {
        return rows(sql, mapper).stream().findFirst();
    }

    /**
     * All rows of a statement that is planned for these very values: for searches, where the best way depends on how
     * common the words are, and a plan kept for all values is the wrong one for some.
     */
    public <T> List<T> rowsPlannedAnew(SqlText sql, RowMapper<T> mapper) {
        @Nullable Object[] values = sql.values().toArray();
        List<T> rows = jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(sql.text());
                    statement.unwrap(PGStatement.class).setPrepareThreshold(0);
                    return statement;
                },
                new ArgumentPreparedStatementSetter(values),
                new RowMapperResultSetExtractor<>(mapper));
        return rows == null ? List.of() : rows;
    }

    /** Changes rows. @return how many */
    public int change(SqlText sql) {
        return jdbc.update(sql.text(), sql.values().toArray());
    }
}
