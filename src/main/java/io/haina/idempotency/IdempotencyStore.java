package io.haina.idempotency;

import static io.haina.database.Rows.at;

import io.haina.access.Permit;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Keys of requests and what they were answered. */
@Repository
class IdempotencyStore {

    private final Sql sql;

    IdempotencyStore(Sql sql) {
        this.sql = sql;
    }

    /** A request that came before. */
    record Before(String requestHash, @Nullable String answer) {}

    /**
     * Takes a key that is new or has expired; whoever comes with the same meanwhile waits for the end of this transaction.
     *
     * @return whether it was free
     */
    boolean take(Permit permit, String key, String requestHash, Instant now, Instant until) {
        return sql.row(
                        new SqlText()
                                .add(
                                        """
                                        insert into idempotency_key as k
                                            (tenant_id, staff_id, key, request_hash, created_at, expires_at)
                                        values (?, ?, ?, ?, ?, ?)
                                        on conflict (tenant_id, staff_id, key) do update
                                            set request_hash = excluded.request_hash, answer = null,
                                                created_at = excluded.created_at, expires_at = excluded.expires_at
                                            where k.expires_at <= excluded.created_at
                                        returning 1""",
                                        permit.actor().tenantId(),
                                        permit.actor().staffId(),
                                        key,
                                        requestHash,
                                        at(now),
                                        at(until)),
                        (row, n) -> true)
                .isPresent();
    }

    /** Keeps what the request of a key is answered, in the transaction that took the key. */
    void answer(Permit permit, String key, String answer) {
        sql.change(new SqlText()
                .add(
                        "update idempotency_key set answer = ? where tenant_id = ? and staff_id = ? and key = ?",
                        answer,
                        permit.actor().tenantId(),
                        permit.actor().staffId(),
                        key));
    }

    /** What came before with a key. */
    Optional<Before> find(Permit permit, String key) {
        return sql.row(
                new SqlText()
                        .add(
                                "select request_hash, answer from idempotency_key"
                                        + " where tenant_id = ? and staff_id = ? and key = ?",
                                permit.actor().tenantId(),
                                permit.actor().staffId(),
                                key),
                (row, n) -> new Before(row.getString("request_hash"), row.getString("answer")));
    }

    /** Forgets keys that have expired. @return how many, up to a limit */
    int forget(Instant now, int limit) {
        return sql.change(new SqlText().add("""
                        delete from idempotency_key where (tenant_id, staff_id, key) in (
                            select tenant_id, staff_id, key from idempotency_key where expires_at <= ? limit ?)""", at(now), limit));
    }
}
