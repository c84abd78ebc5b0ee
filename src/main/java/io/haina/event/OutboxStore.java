package io.haina.event;

import static io.haina.database.Rows.at;

import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Repository;

/** All SQL of taking events out of the outbox. */
@Repository
class OutboxStore {

    private final Sql sql;

    OutboxStore(Sql sql) {
        this.sql = sql;
    }

    /** Locks the next events that nobody else has; theirs is the running transaction. In the order of the primary key. */
    List<Taken> take(int count, Instant now) {
        return sql.rows(
                new SqlText().add("""
                                select tenant_id, id, at, type, record_id, payload, attempts from outbox
                                where due_at is null or due_at <= ?
                                order by tenant_id, id limit ? for update skip locked""", at(now), count),
                (row, n) -> new Taken(
                        new OutboxEvent(
                                row.getLong("tenant_id"),
                                row.getLong("id"),
                                Rows.instant(row, "at"),
                                row.getString("type"),
                                Rows.optionalLong(row, "record_id"),
                                row.getString("payload")),
                        row.getInt("attempts")));
    }

    void delete(List<OutboxEvent> events) {
        sql.change(new SqlText()
                .add(
                        """
                        delete from outbox where (tenant_id, id) in (select * from unnest(?::bigint[], ?::bigint[]))""",
                        events.stream().mapToLong(OutboxEvent::tenantId).toArray(),
                        events.stream().mapToLong(OutboxEvent::id).toArray()));
    }

    void retry(OutboxEvent event, Instant now, Duration delay) {
        sql.change(new SqlText()
                .add(
                        "update outbox set attempts = attempts + 1, due_at = ? where tenant_id = ? and id = ?",
                        at(now.plus(delay)),
                        event.tenantId(),
                        event.id()));
    }

    /**
     * A locked event.
     *
     * @param attempts how often it was offered in vain
     */
    record Taken(OutboxEvent event, int attempts) {}
}
