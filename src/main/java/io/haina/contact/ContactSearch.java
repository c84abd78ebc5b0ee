package io.haina.contact;

import io.haina.database.Grams;
import io.haina.database.Layout;
import io.haina.database.SqlText;
import io.haina.field.RecordKind;
import io.haina.record.RecordSearch;

/** The search box of contacts: by their own words, and around them by the names of their companies. */
final class ContactSearch implements Layout.TextSearch {

    private static final Layout.TextSearch OWN = RecordSearch.of(RecordKind.CONTACT);

    @Override
    public void append(SqlText sql, long tenantId, String text) {
        OWN.append(sql, tenantId, text);
    }

    @Override
    public void beside(SqlText sql, long tenantId, String text) {
        String wanted = Grams.fold(text);
        sql.add("""
                exists (select 1 from customer_search cs where cs.tenant_id = r.tenant_id
                    and cs.customer_id = r.customer_id and strpos(split_part(cs.text, E'\\n', 1), ?) > 0""", wanted);
        int[] grams = Grams.wanted(tenantId, wanted);
        if (grams.length > 0) {
            sql.add(" and cs.grams @> ?", (Object) grams);
        }
        sql.add(")");
    }

    @Override
    public boolean hasNamesBeside() {
        return true;
    }

    /** What the words find by their pieces is found first; a word without pieces is looked for row by row. */
    @Override
    public void around(SqlText sql, long tenantId, String text) {
        String wanted = Grams.fold(text);
        int[] own = Grams.wanted(RecordSearch.seed(tenantId, RecordKind.CONTACT), wanted);
        int[] company = Grams.wanted(tenantId, wanted);
        if (own.length == 0 || company.length == 0) {
            sql.add("(");
            append(sql, tenantId, text);
            sql.add(" or ");
            beside(sql, tenantId, text);
            sql.add(")");
            return;
        }
        sql.add("""
                r.id in (
                    select s.record_id from record_search s
                    where s.tenant_id = ? and s.kind = 'contact' and s.grams @> ? and strpos(s.text, ?) > 0
                    union all
                    select k.id from customer_search cs
                    join contact k on k.tenant_id = cs.tenant_id and k.customer_id = cs.customer_id
                    where cs.tenant_id = ? and cs.grams @> ? and strpos(split_part(cs.text, E'\\n', 1), ?) > 0)""", tenantId, own, wanted, tenantId, company, wanted);
    }
}
