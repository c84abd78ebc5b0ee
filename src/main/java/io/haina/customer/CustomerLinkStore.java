package io.haina.customer;

import io.haina.access.Permit;
import io.haina.customer.CustomerLinks.Place;
import io.haina.database.FilterSql;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.field.RecordKind;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Locks customers for the records around them; runs in the caller's transaction. */
@Repository
class CustomerLinkStore {

    private static final FilterSql FILTERS = new FilterSql(CustomerLayout.LAYOUT);

    private final Sql sql;

    CustomerLinkStore(Sql sql) {
        this.sql = sql;
    }

    /** Keeps a customer as it is. @return whether there is such a customer in reach */
    boolean lock(Permit permit, long customer) {
        SqlText statement = new SqlText()
                .add("select c.id from customer c where ")
                .add(FILTERS.where(permit.reach()))
                .add(" and c.deleted_at is null and c.id = ? for no key update", customer);
        return sql.row(statement, (row, n) -> true).isPresent();
    }

    void lockAll(Permit permit, Collection<Long> customers) {
        sql.rows(
                new SqlText()
                        .add(
                                "select c.id from customer c where c.tenant_id = ? and c.id = any(?)"
                                        + " order by c.id for no key update",
                                permit.actor().tenantId(),
                                customers.toArray(Long[]::new)),
                (row, n) -> true);
    }

    /** Where a customer is, whoever's it is; what is not there is deleted. */
    Place place(Permit permit, long customer) {
        return sql.row(
                        new SqlText()
                                .add(
                                        "select owner_id is null as pooled from customer"
                                                + " where tenant_id = ? and id = ? and deleted_at is null",
                                        permit.actor().tenantId(),
                                        customer),
                        (row, n) -> row.getBoolean("pooled") ? Place.POOLED : Place.HELD)
                .orElse(Place.DELETED);
    }

    /** The customers of some records, whether they are deleted or not. */
    List<Long> customersOf(Permit permit, RecordKind kind, Collection<Long> records) {
        return sql.rows(
                new SqlText()
                        .add(
                                "select distinct customer_id from " + kind.key()
                                        + " where tenant_id = ? and id = any(?) and customer_id is not null",
                                permit.actor().tenantId(),
                                records.toArray(Long[]::new)),
                (row, n) -> row.getLong("customer_id"));
    }
}
