package io.haina.product;

import io.haina.access.Permit;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import java.util.Collection;
import org.springframework.stereotype.Repository;

/** The SQL of what uses products; runs in the caller's transaction. */
@Repository
class ProductStore {

    private final Sql sql;

    ProductStore(Sql sql) {
        this.sql = sql;
    }

    /** Makes whoever would use the products wait. */
    void lock(Permit permit, Collection<Long> products) {
        sql.rows(
                new SqlText()
                        .add(
                                "select id from product where tenant_id = ? and id = any(?) order by id for update",
                                permit.actor().tenantId(),
                                products.toArray(Long[]::new)),
                (row, n) -> true);
    }

    /** Whether an opportunity has one of the products among its lines. */
    boolean isUsed(Permit permit, Collection<Long> products) {
        return sql.row(
                        new SqlText().add("""
                                        select 1 from opportunity_product l
                                        join opportunity o on o.tenant_id = l.tenant_id and o.id = l.opportunity_id
                                            and o.deleted_at is null
                                        where l.tenant_id = ? and l.product_id = any(?) limit 1""", permit.actor().tenantId(), products.toArray(Long[]::new)),
                        (row, n) -> true)
                .isPresent();
    }
}
