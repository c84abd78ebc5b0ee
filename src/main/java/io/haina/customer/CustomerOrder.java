package io.haina.customer;

/** The orders in which customers are listed; an index serves each. */
public enum CustomerOrder {
    REPORTED("reported_at"),
    POOLED("pooled_at");

    private final String column;
    private final String sql;

    CustomerOrder(String column) {
        this.column = column;
        this.sql = "c." + column + " desc, c.id desc";
    }

    String column() {
        return column;
    }

    String sql() {
        return sql;
    }
}
