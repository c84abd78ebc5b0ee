package io.haina.contract;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.audit.Change;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The payments on contracts that the caller's transaction has locked. */
@Repository
class PaymentStore {

    private final Sql sql;

    PaymentStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * What was paid.
     *
     * @param newest the id of the payment that was recorded last; null for none, as is its time
     */
    record Paid(
            BigDecimal sum, @Nullable Long newest, @Nullable Instant at) {}

    Paid paid(Permit permit, long contract) {
        return sql.row(
                        new SqlText().add("""
                                        select coalesce(sum(amount), 0.00) as sum, max(id) as newest,
                                            (array_agg(paid_at order by id desc))[1] as at
                                        from payment where tenant_id = ? and contract_id = ?""", permit.actor().tenantId(), contract),
                        (row, n) -> new Paid(
                                row.getBigDecimal("sum"),
                                Rows.optionalLong(row, "newest"),
                                Rows.optionalInstant(row, "at")))
                .orElseThrow();
    }

    /** Records a payment. */
    void add(Permit permit, long contract, BigDecimal amount, Instant paidAt, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        Write write = new Write()
                .with("paid", """
                        insert into payment (tenant_id, contract_id, amount, paid_at, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?) returning *""", tenant, contract, amount, at(paidAt), actor.staffId(), at(now))
                .with(
                        "audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                "contract.payment",
                                "contract",
                                "paid",
                                "contract_id",
                                "null",
                                "to_jsonb(paid)"))
                .with(
                        "told",
                        Event.of(
                                tenant,
                                now,
                                "contract.paid",
                                "paid",
                                "contract_id",
                                "jsonb_build_object('payment', id, 'amount', amount)"));
        sql.row(write.select("select id from paid"), (row, n) -> true);
    }

    /** Corrects when a payment was made. */
    void move(Permit permit, long payment, Instant paidAt, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        Write write = new Write()
                .with("was", "select * from payment where tenant_id = ? and id = ?", tenant, payment)
                .with("is_now", """
                        update payment p set paid_at = ? from was
                        where p.tenant_id = was.tenant_id and p.id = was.id returning p.*""", at(paidAt))
                .with(
                        "audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                "contract.payment",
                                "contract",
                                "was join is_now using (id)",
                                "is_now.contract_id",
                                "to_jsonb(was)",
                                "to_jsonb(is_now)"));
        sql.row(write.select("select id from is_now"), (row, n) -> true);
    }
}
