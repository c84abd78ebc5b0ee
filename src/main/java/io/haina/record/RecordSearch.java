package io.haina.record;

import io.haina.database.Grams;
import io.haina.database.Layout;
import io.haina.database.SqlText;
import io.haina.field.RecordKind;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The search box of the kinds whose words lie in {@code record_search}. */
public final class RecordSearch {

    private RecordSearch() {}

    /** How the words of a kind are looked for. */
    public static Layout.TextSearch of(RecordKind kind) {
        return of(kind.key());
    }

    /** How the words of records are looked for that are read under the alias r and are no kind of the catalogues. */
    public static Layout.TextSearch of(String kind) {
        return new OfKind(kind);
    }

    private record OfKind(String kind) implements Layout.TextSearch {

        @Override
        public void append(SqlText sql, long tenantId, String text) {
            String wanted = Grams.fold(text);
            sql.add(
                    "exists (select 1 from record_search s where s.tenant_id = r.tenant_id and s.kind = '" + kind
                            + "' and s.record_id = r.id and strpos(s.text, ?) > 0",
                    wanted);
            int[] grams = Grams.wanted(seed(tenantId, kind), wanted);
            if (grams.length > 0) {
                sql.add(" and s.grams @> ?", (Object) grams);
            }
            sql.add(")");
        }

        @Override
        public void within(SqlText sql, long tenantId, String text) {
            sql.add(
                    "(select strpos(s.text, ?) > 0 from record_search s where s.tenant_id = r.tenant_id and s.kind = '"
                            + kind + "' and s.record_id = r.id)",
                    Grams.fold(text));
        }
    }

    /** The words of a record as {@code record_search} keeps them; null parts are none. */
    public static String words(@Nullable String... parts) {
        return Grams.fold(Arrays.stream(parts).filter(Objects::nonNull).collect(Collectors.joining("\n")));
    }

    /** What the grams of a tenant's records of a kind begin with. */
    public static long seed(long tenantId, RecordKind kind) {
        return seed(tenantId, kind.key());
    }

    /** As {@link #seed(long, RecordKind)}, of what is no kind of the catalogues. */
    public static long seed(long tenantId, String kind) {
        return Grams.hash(tenantId, kind.codePoints().toArray());
    }
}
