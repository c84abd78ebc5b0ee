package io.haina.event;

import io.haina.database.Rows;
import io.haina.database.SqlText;
import java.time.Instant;

/** Puts what happened into the outbox, as a part of the statement by which it happens. */
public final class Event {

    private Event() {}

    /**
     * A part for {@link io.haina.database.Write}.
     *
     * @param type what happened, in the past tense: {@code customer.reported}
     * @param source the earlier part that made it happen; no row there, no event
     * @param record SQL for the record's id
     * @param payload SQL for what subscribers are told, as jsonb
     */
    public static SqlText of(long tenantId, Instant at, String type, String source, String record, String payload) {
        return new SqlText()
                .add(
                        "insert into outbox (tenant_id, at, type, record_id, payload)\nselect ?, ?, ?, " + record + ", "
                                + payload + " from " + source,
                        tenantId,
                        Rows.at(at),
                        type);
    }
}
