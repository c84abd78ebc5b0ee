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
 * @param kind the kind of record, if it is one that has members, stars or pools; else null
 */
public record Layout(
        FieldCatalog catalog,
        String tenant,
        String holder,
        String team,
        TextSearch search,
        @Nullable RecordKind kind) {

    public Layout(FieldCatalog catalog, String tenant, String holder, String team, TextSearch search) {
        this(catalog, tenant, holder, team, search, null);
    }

    /** For statements that read a kind of record only as far as an actor's reach goes: without fields and search. */
    public static Layout reachOf(RecordKind kind) {
        return of(kind, new FieldCatalog(List.of()), TextSearch.none());
    }

    /** For a kind of record whose table has the columns that every kind has, read under the kind's alias. */
    public static Layout of(RecordKind kind, FieldCatalog catalog, TextSearch search) {
        String alias = kind.alias();
        return new Layout(catalog, alias + ".tenant_id", alias + ".owner_id", alias + ".team_id", search, kind);
    }

    /** A column of the record's table, under its alias. */
    String column(String name) {
        return required().alias() + "." + name;
    }

    /** The kind by the word that the database has for it. */
    String kindKey() {
        return required().key();
    }

    private RecordKind required() {
        if (kind == null) {
            throw new IllegalArgumentException("no kind of record that has members, stars or pools");
        }
        return kind;
    }

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
