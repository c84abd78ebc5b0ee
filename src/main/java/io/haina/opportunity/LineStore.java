package io.haina.opportunity;

import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.audit.Change;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The SQL of product lines; what it writes belongs into the transaction that has the opportunity. */
@Repository
class LineStore {

    private static final String COLUMNS = """
            select l.*, p.name from opportunity_product l
            join product p on p.tenant_id = l.tenant_id and p.id = l.product_id
            where l.tenant_id = ? and l.opportunity_id = ? order by l.position""";

    private final Sql sql;

    LineStore(Sql sql) {
        this.sql = sql;
    }

    /** The lines of an opportunity that the query's actor was shown. */
    List<ProductLine> of(Scoped scoped, long opportunity) {
        return sql.rows(new SqlText().add(COLUMNS, scoped.actor().tenantId(), opportunity), LineStore::line);
    }

    /** The lines of an opportunity that the permit's holder has locked. */
    List<ProductLine> of(Permit permit, long opportunity) {
        return sql.rows(new SqlText().add(COLUMNS, permit.actor().tenantId(), opportunity), LineStore::line);
    }

    private static ProductLine line(ResultSet row, int n) throws SQLException {
        return new ProductLine(
                row.getLong("product_id"),
                row.getString("name"),
                row.getBigDecimal("price"),
                row.getBigDecimal("sales_price"),
                row.getBigDecimal("num"),
                row.getBigDecimal("discount"),
                row.getBigDecimal("subtotal"),
                row.getString("unit"));
    }

    /** Keeps the products of lines from being deleted until the transaction ends. @return whether all are there */
    boolean lockProducts(Permit permit, List<ProductLine> lines) {
        List<Long> wanted =
                lines.stream().map(ProductLine::productId).distinct().toList();
        return sql.rows(
                                new SqlText()
                                        .add(
                                                "select id from product where tenant_id = ? and id = any(?)"
                                                        + " and deleted_at is null order by id for key share",
                                                permit.actor().tenantId(),
                                                wanted.toArray(Long[]::new)),
                                (row, n) -> true)
                        .size()
                == wanted.size();
    }

    /** Puts lines in the place of those that were there. */
    void replace(Permit permit, long opportunity, List<ProductLine> lines, Instant now) {
        long tenant = permit.actor().tenantId();
        String before = sql.row(new SqlText().add("""
                                        with gone as (
                                            delete from opportunity_product
                                            where tenant_id = ? and opportunity_id = ? returning *)
                                        select coalesce(jsonb_agg(gone order by position), '[]')::text as lines
                                        from gone""", tenant, opportunity), (row, n) -> row.getString("lines"))
                .orElseThrow();
        if (lines.isEmpty() && before.equals("[]")) {
            return;
        }
        Write write = new Write()
                .with(
                        "made",
                        """
                        insert into opportunity_product (tenant_id, opportunity_id, position, product_id, price,
                            sales_price, num, discount, subtotal, unit)
                        select ?, ?, l.n, l.product, l.price, l.sales_price, l.num, l.discount, l.subtotal, l.unit
                        from unnest(?::bigint[], ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[],
                            ?::text[]) with ordinality as l (product, price, sales_price, num, discount, subtotal,
                            unit, n)
                        returning *""",
                        tenant,
                        opportunity,
                        lines.stream().map(ProductLine::productId).toArray(Long[]::new),
                        lines.stream().map(ProductLine::price).toArray(BigDecimal[]::new),
                        lines.stream().map(ProductLine::salesPrice).toArray(BigDecimal[]::new),
                        lines.stream().map(ProductLine::num).toArray(BigDecimal[]::new),
                        lines.stream().map(ProductLine::discount).toArray(BigDecimal[]::new),
                        lines.stream().map(ProductLine::subtotal).toArray(BigDecimal[]::new),
                        lines.stream().map(ProductLine::unit).toArray(String[]::new))
                .with("lines", """
                        select ?::bigint as id, ?::jsonb as before,
                            coalesce(jsonb_agg(made order by position), '[]') as after
                        from made""", opportunity, before)
                .with(
                        "audited",
                        Change.of(
                                permit.actor(),
                                tenant,
                                now,
                                "opportunity.products",
                                "opportunity",
                                "lines",
                                "id",
                                "before",
                                "after"));
        sql.row(write.select("select id from lines"), (row, n) -> true);
    }
}
