package io.haina.demo;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes indexes, unique constraints and foreign keys off tables and puts them back as the catalog described them, so
 * that a big load builds each once instead of row by row. Belongs into one transaction with the load; primary keys stay.
 */
final class BareTables {

    private record Part(String name, String drop, String create) {}

    private final JdbcTemplate jdbc;
    private final List<Part> foreignKeys;
    private final List<Part> uniques;
    private final List<Part> indexes;

    /** Takes everything off; waits until nobody uses the tables. */
    BareTables(JdbcTemplate jdbc, List<String> tables) {
        this.jdbc = jdbc;
        String[] names = tables.toArray(String[]::new);
        foreignKeys = constraints("f", names);
        uniques = constraints("u", names);
        indexes = jdbc.query(
                """
                select indexrelid::regclass::text, 'drop index ' || indexrelid::regclass, pg_get_indexdef(indexrelid)
                from pg_index
                where indrelid in (select unnest(?::text[])::regclass)
                  and not exists (select from pg_constraint where conindid = indexrelid)
                order by 1
                """, (row, n) -> new Part(row.getString(1), row.getString(2), row.getString(3)), (Object) names);
        foreignKeys.forEach(part -> jdbc.execute(part.drop()));
        uniques.forEach(part -> jdbc.execute(part.drop()));
        indexes.forEach(part -> jdbc.execute(part.drop()));
    }

    private List<Part> constraints(String type, String[] tables) {
        return jdbc.query(
                """
                select conname, format('alter table %s drop constraint %I', conrelid::regclass, conname),
                       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                from pg_constraint
                where contype = ?::"char" and conrelid in (select unnest(?::text[])::regclass)
                order by 1
                """, (row, n) -> new Part(row.getString(1), row.getString(2), row.getString(3)), type, tables);
    }

    /** Puts everything back. */
    void dress() {
        uniques.forEach(part -> jdbc.execute(part.create()));
        indexes.forEach(part -> jdbc.execute(part.create()));
        foreignKeys.forEach(part -> jdbc.execute(part.create()));
    }
}
