package io.haina.ownership;

import static io.haina.database.Rows.at;

import io.haina.database.SqlText;
import io.haina.database.Write;
import java.time.Instant;

/** Parts of a {@link io.haina.database.Write} that open and end protections, for every statement that moves a customer. */
public final class Protections {

    private Protections() {}

    /**
     * Opens one for a person.
     *
     * @param source the earlier part that names the customer by the SQL {@code customer}
     */
    public static SqlText open(
            long tenantId, String source, String customer, long holderId, String rule, Instant from, Instant until) {
        return open(tenantId, source, customer, new SqlText().add("?", holderId), rule, from, until);
    }

    /** As above, for a holder that SQL names. After an end in the same statement, {@code source} must read that end's part. */
    public static SqlText open(
            long tenantId, String source, String customer, SqlText holder, String rule, Instant from, Instant until) {
        return open(tenantId, source, customer, holder, rule, from, new SqlText().add("?", at(until)));
    }

    /** As above, until an instant that SQL names. */
    public static SqlText open(
            long tenantId, String source, String customer, SqlText holder, String rule, Instant from, SqlText until) {
        return new SqlText()
                .add(
                        "insert into protection (tenant_id, customer_id, rule, from_at, until_at, holder_id)\nselect ?, "
                                + customer + ", ?, ?, ",
                        tenantId,
                        rule,
                        at(from))
                .add(until)
                .add(", ")
                .add(holder)
                .add(" from " + source);
    }

    /**
     * Adds parts that end protections which were over already and open fresh ones for the same holder: for a customer that
     * was not released because it was won or locked, and is so no more.
     *
     * @param write has the part {@code was}, with columns id and reopened
     */
    public static void reopen(Write write, long tenantId, Instant now, Instant freshUntil) {
        write.with("ended", end(tenantId, "was where was.reopened", "was.id", now, "reopened"))
                .with(
                        "protected",
                        open(
                                tenantId,
                                "ended",
                                "ended.customer_id",
                                new SqlText().add("ended.holder_id"),
                                "reopening",
                                now,
                                freshUntil));
    }

    /**
     * Ends the open one of a customer. Its part answers customer_id and holder_id.
     *
     * @param source the earlier part, with its own condition if it has one
     */
    public static SqlText end(long tenantId, String source, String customer, Instant when, String reason) {
        return end(tenantId, source, customer, new SqlText().add("?", at(when)), reason);
    }

    /** As {@link #end(long, String, String, Instant, String)}, at an instant that SQL names. */
    static SqlText end(long tenantId, String source, String customer, SqlText when, String reason) {
        boolean conditional = source.contains(" where ");
        return new SqlText()
                .add("update protection p set ended_at = ")
                .add(when)
                .add(
                        ", end_reason = ? from " + source + (conditional ? " and" : " where")
                                + " p.tenant_id = ? and p.customer_id = " + customer
                                + " and p.ended_at is null returning p.customer_id, p.holder_id",
                        reason,
                        tenantId);
    }
}
