package io.haina.customer;

import io.haina.database.Grams;
import io.haina.database.Layout;
import io.haina.database.SqlText;

/** The search box of customers. */
final class CustomerSearch implements Layout.TextSearch {

    @Override
    public void append(SqlText sql, long tenantId, String text) {
        String wanted = Grams.fold(text);
        sql.add("exists (select 1 from customer_search s where s.tenant_id = c.tenant_id and s.customer_id = c.id");
        // Not "like": the planner would take it for rarer than the grams already are, and miss that a word is common.
        // Before the grams: where rows are looked at one by one, it is the cheaper of the two.
        sql.add(" and strpos(s.text, ?) > 0", wanted);
        int[] grams = Grams.wanted(tenantId, wanted);
        if (grams.length > 0) {
            sql.add(" and s.grams @> ?", (Object) grams);
        }
        sql.add(")");
    }

    /** A value and no condition on a table, which the planner would turn around and read whole. */
    @Override
    public void within(SqlText sql, long tenantId, String text) {
        sql.add(
                "(select strpos(s.text, ?) > 0 from customer_search s where s.tenant_id = c.tenant_id and s.customer_id = c.id)",
                Grams.fold(text));
    }
}
