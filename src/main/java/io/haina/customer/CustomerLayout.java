package io.haina.customer;

import io.haina.database.Grams;
import io.haina.database.Layout;
import io.haina.database.SqlText;
import io.haina.field.RecordKind;

/** Where filters find what they speak of in a statement that reads {@code customer c}. */
public final class CustomerLayout {

    public static final Layout LAYOUT = Layout.of(RecordKind.CUSTOMER, CustomerFields.CATALOG, CustomerLayout::search);

    private CustomerLayout() {}

    private static void search(SqlText sql, long tenantId, String text) {
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
}
