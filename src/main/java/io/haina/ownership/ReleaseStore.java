package io.haina.ownership;

import static io.haina.database.Rows.at;

import io.haina.audit.RequestId;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.field.RecordKind;
import io.haina.sharing.Sharing;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The SQL of releases that nobody asks for: those that are due. Across tenants, for the system acts by itself. */
@Repository
class ReleaseStore {

    /** What is released once an instant is compared with it. */
    static final String DUE =
            "deleted_at is null and owner_id is not null and status <> 'won' and not locked and protected_until";

    private final Sql sql;

    ReleaseStore(Sql sql) {
        this.sql = sql;
    }

    /** Releases the customers that are due, the earliest first. @return how many, at most {@code limit} */
    int releaseDue(Instant now, String reason, int limit) {
        Write write = new Write()
                .with(
                        "due",
                        "select tenant_id, id, owner_id, protected_until from customer where " + DUE
                                + " <= ? order by protected_until limit ? for update skip locked",
                        at(now),
                        limit)
                .with("freed", """
                        update customer c set owner_id = null, team_id = null, protected_until = null,
                            last_owner_id = due.owner_id, pooled_at = due.protected_until,
                            pool_id = p.id, release_reason = ?, updated_at = ?
                        from due, pool p
                        where c.tenant_id = due.tenant_id and c.id = due.id and p.tenant_id = due.tenant_id
                            and p.is_default
                        returning c.tenant_id, c.id, c.uuid, due.owner_id as former, due.protected_until as ended""", reason, at(now))
                .with("ended", """
                        update protection p set ended_at = freed.ended, end_reason = 'expired'
                        from freed where p.tenant_id = freed.tenant_id and p.customer_id = freed.id
                            and p.ended_at is null""")
                .with("contacts", ContactOwners.none("freed"))
                .with("members", Sharing.clear(RecordKind.CUSTOMER, "freed"))
                .with("released", """
                        insert into release (tenant_id, customer_id, former_owner_id, cause, reason, released_at)
                        select tenant_id, id, former, 'expired', ?, ended from freed""", reason)
                .with("audited", """
                        insert into audit (tenant_id, at, action, kind, record_id, before, after, request_id)
                        select tenant_id, ?, 'customer.release', 'customer', id,
                            jsonb_build_object('owner', former, 'protectedUntil', ended),
                            jsonb_build_object('reason', ?::text), ?::text from freed""", at(now), reason, RequestId.current())
                .with("told", """
                        insert into outbox (tenant_id, at, type, record_id, payload)
                        select tenant_id, ?, 'customer.released', id,
                            jsonb_build_object('customer', uuid, 'cause', 'expired') from freed""", at(now));
        return sql.row(write.select("select count(*) from freed"), (row, n) -> row.getInt(1))
                .orElse(0);
    }

    /** When the next protection ends, of all tenants. */
    Optional<Instant> nextDue() {
        return sql.row(
                new SqlText()
                        .add("select protected_until from customer where " + DUE
                                + " is not null order by protected_until limit 1"),
                (row, n) -> Rows.instant(row, "protected_until"));
    }
}
