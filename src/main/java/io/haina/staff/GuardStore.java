package io.haina.staff;

import static io.haina.database.Rows.at;

import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/**
 * All SQL of the guard of sign-ins. A try is counted before its password is looked at, so that tries at the same time, on
 * any number of nodes, are no way around the limit; one that succeeds takes the count away.
 */
@Repository
class GuardStore {

    static final int LIMIT = 5;
    static final Duration WINDOW = Duration.ofMinutes(5);

    /** Of a row {@code g} and an instant: what it says counts no more. */
    private static final String OVER =
            "coalesce(g.locked_until, g.first_at + interval '" + WINDOW.toSeconds() + " s') <= ?";

    private final Sql sql;

    GuardStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * Counts a try.
     *
     * @return false, with nothing counted, if there have been as many as are looked at
     */
    boolean count(String key, Instant now) {
        var moment = at(now);
        SqlText upsert = new SqlText()
                .add("""
                        insert into sign_in_guard as g (name_key, failures, first_at) values (?, 1, ?)
                        on conflict (name_key) do update set
                            failures = case when\s""", key, moment)
                .add(OVER + " then 1 else g.failures + 1 end, first_at = case when ", moment)
                .add(OVER + " then excluded.first_at else g.first_at end, locked_until = null where ", moment)
                .add(OVER + " or (g.locked_until is null and g.failures < ?)", moment, LIMIT);
        return sql.change(upsert) == 1;
    }

    /** A counted try that failed: the last of as many as are looked at locks the name. */
    void failed(String key, Instant now) {
        sql.change(new SqlText().add("""
                        update sign_in_guard set locked_until = ?
                        where name_key = ? and failures >= ? and locked_until is null""", at(now.plus(WINDOW)), key, LIMIT));
    }

    /** Counts a try no more that was counted at an instant, unless all that was counted then is forgotten already. */
    void withdraw(String key, Instant counted) {
        sql.change(new SqlText().add("""
                        update sign_in_guard set failures = failures - 1
                        where name_key = ? and first_at <= ? and failures > 0 and locked_until is null""", key, at(counted)));
    }

    /** When the lock of a name ends; empty if it has none, or it is not known yet how the tries end that are counted. */
    Optional<Instant> lockedUntil(String key, Instant now) {
        return sql.row(
                new SqlText()
                        .add(
                                "select locked_until from sign_in_guard where name_key = ? and locked_until > ?",
                                key,
                                at(now)),
                (row, n) -> Rows.instant(row, "locked_until"));
    }

    /** Forgets all tries of a name. */
    static SqlText clearing(String key) {
        return new SqlText().add("delete from sign_in_guard where name_key = ? returning name_key", key);
    }

    void clear(String key) {
        sql.change(new SqlText().add("delete from sign_in_guard where name_key = ?", key));
    }

    int prune(Instant now) {
        return sql.change(new SqlText().add("delete from sign_in_guard g where " + OVER, at(now)));
    }
}
