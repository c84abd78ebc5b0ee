package io.haina.exchange;

import io.haina.access.Actor;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.field.Field;
import io.haina.record.LinkKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** What ids stand for in a file that people read: names. */
@Repository
class NameStore {

    private final Sql sql;

    NameStore(Sql sql) {
        this.sql = sql;
    }

    private record Named(long id, String name) {}

    /** Whether the values of a field are ids that have names. */
    static boolean names(Field field) {
        return LinkKind.of(field).isPresent();
    }

    /** The table that a field points to; empty for none that has names. */
    static String table(Field field) {
        return LinkKind.of(field).map(LinkKind::table).orElse("");
    }

    static String nameColumn(String table) {
        return table.equals("staff") ? "real_name" : "name";
    }

    /** The names of some ids of the actor's tenant. */
    Map<Long, String> of(Actor actor, Field field, Collection<Long> ids) {
        String table = table(field);
        List<Named> found = sql.rows(
                new SqlText()
                        .add(
                                "select id, " + nameColumn(table) + " as name from " + table
                                        + " where tenant_id = ? and id = any(?)",
                                actor.tenantId(),
                                ids.toArray(Long[]::new)),
                (row, n) -> new Named(row.getLong("id"), row.getString("name")));
        Map<Long, String> names = new HashMap<>();
        found.forEach(each -> names.put(each.id(), each.name()));
        return names;
    }
}
