package io.haina.database;

import io.haina.field.FieldCatalog;

/**
 * Where a kind of record keeps what every filter speaks of. All are SQL expressions of this program's own making.
 *
 * @param tenant the tenant's id
 * @param holder the staff member whose record it is; null in the row means nobody's
 * @param team the holder's team
 * @param search how words of a search box are looked for
 */
public record Layout(FieldCatalog catalog, String tenant, String holder, String team, TextSearch search) {

    /** How a kind of record is searched by words. */
    @FunctionalInterface
    public interface TextSearch {
        /** Appends the condition for a search text in a tenant. */
        void append(SqlText sql, long tenantId, String text);

        /** For records that have no search box. */
        static TextSearch none() {
            return (sql, tenantId, text) -> {
                throw new IllegalArgumentException("no search on this kind of record");
            };
        }
    }
}
