package io.haina.audit;

import io.haina.access.Actor;
import io.haina.database.Rows;
import io.haina.database.SqlText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the audit: who changed what, from what to what. A part of the statement that makes the change. */
public final class Change {

    private Change() {}

    /**
     * A part for {@link io.haina.database.Write}.
     *
     * @param actor null where the system acts by itself
     * @param source the earlier part whose rows were changed; its columns may be used in the expressions
     * @param record SQL for the record's id
     * @param before SQL for what was, as jsonb, or {@code null}
     * @param after SQL for what is, as jsonb, or {@code null}
     */
    public static SqlText of(
            @Nullable Actor actor,
            long tenantId,
            Instant at,
            String action,
            String kind,
            String source,
            String record,
            String before,
            String after) {
        return new SqlText()
                .add(
                        "insert into audit (tenant_id, at, actor_id, action, kind, request_id, record_id, before, after)\n"
                                + "select ?, ?, ?::bigint, ?, ?, ?, " + record + ", " + before + ", " + after + " from "
                                + source,
                        tenantId,
                        Rows.at(at),
                        actor == null ? null : actor.staffId(),
                        action,
                        kind,
                        RequestId.current());
    }
}
