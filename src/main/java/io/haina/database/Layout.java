package io.haina.database;

import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a kind of record keeps what every filter speaks of. All are SQL expressions of this program's own making.
 *
 * @param tenant the tenant's id
 * @param holder the staff member whose record it is; null in the row means nobody's
 * @param team the holder's team
 * @param search how words of a search box are looked for
 * @param table the table, which is also the word of columns that name a kind, where statements are made of it; else null
 * @param alias what statements call it; empty without a table
 */
public record Layout(
        FieldCatalog catalog,
        String tenant,
        String holder,
        String team,
        TextSearch search,
        @Nullable String table,
        String alias) {

    public Layout(FieldCatalog catalog, String tenant, String holder, String team, TextSearch search) {
        this(catalog, tenant, holder, team, search, null, "");
    }

    /** For statements that read a kind of record only as far as an actor's reach goes: without fields and search. */
    public static Layout reachOf(RecordKind kind) {
        return of(kind, new FieldCatalog(List.of()), TextSearch.none());
    }

    /** For a kind of record whose table has the columns that every kind has, read under the kind's alias. */
    public static Layout of(RecordKind kind, FieldCatalog catalog, TextSearch search) {
        return of(kind.key(), kind.alias(), catalog, search);
    }

    /** For a table that has the columns tenant_id, owner_id and team_id, read under an alias. */
    public static Layout of(String table, String alias, FieldCatalog catalog, TextSearch search) {
        return new Layout(catalog, alias + ".tenant_id", alias + ".owner_id", alias + ".team_id", search, table, alias);
    }

    /** A column of the record's table, under its alias. */
    String column(String name) {
        kindKey();
        return alias + "." + name;
    }

    /** The kind by the word that the database has for it. */
    String kindKey() {
        if (table == null) {
            throw new IllegalArgumentException("no kind of record that has members, stars or pools");
        }
        return table;
    }

    /** How a kind of record is searched by words. */
    @FunctionalInterface
    public interface TextSearch {
        /** Appends the condition for a search text in a tenant. */
        void append(SqlText sql, long tenantId, String text);

        /** As {@link #append}, for rows that are looked at one by one: no index of words is asked. */
        default void within(SqlText sql, long tenantId, String text) {
            append(sql, tenantId, text);
        }

        /** As {@link #append}, in the names of what a record belongs to as well, where it belongs to anything. */
        default void around(SqlText sql, long tenantId, String text) {
            append(sql, tenantId, text);
        }

        /** As {@link #around}, in the names of what a record belongs to alone. */
        default void beside(SqlText sql, long tenantId, String text) {
            sql.add("false");
        }

        /** Whether records belong to anything in whose name words are looked for. */
        default boolean hasNamesBeside() {
            return false;
        }

        /** For records that have no search box. */
        static TextSearch none() {
            return (sql, tenantId, text) -> {
                throw new IllegalArgumentException("no search on this kind of record");
            };
        }
    }
}
