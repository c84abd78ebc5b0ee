package io.haina.customer;

/** The orders in which customers are listed; an index serves each. */
public enum CustomerOrder {
    REPORTED("c.reported_at desc, c.id desc"),
    POOLED("c.pooled_at desc, c.id desc");

    private final String sql;

    CustomerOrder(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
