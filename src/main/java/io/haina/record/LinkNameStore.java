package io.haina.record;

import io.haina.access.Actor;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** Looks up names by ids. */
@Repository
class LinkNameStore {

    private final Sql sql;

    LinkNameStore(Sql sql) {
        this.sql = sql;
    }

    private record Named(LinkKind link, long id, String name) {}

    /** The names of some ids of the actor's tenant. */
    Map<LinkKind, Map<Long, String>> names(Actor actor, Map<LinkKind, Set<Long>> ids) {
        SqlText statement = new SqlText();
        String union = "";
        for (Map.Entry<LinkKind, Set<Long>> entry : ids.entrySet()) {
            LinkKind link = entry.getKey();
            statement.add(
                    union + "select '" + link.name() + "' as link, id, " + link.nameColumn() + " as name from "
                            + link.table() + " where tenant_id = ? and id = any (?)",
                    actor.tenantId(),
                    entry.getValue().toArray(Long[]::new));
            union = " union all ";
        }
        Map<LinkKind, Map<Long, String>> names = new EnumMap<>(LinkKind.class);
        sql.rows(
                        statement,
                        (row, n) -> new Named(
                                LinkKind.valueOf(row.getString("link")), row.getLong("id"), row.getString("name")))
                .forEach(each -> names.computeIfAbsent(each.link(), any -> new HashMap<>())
                        .put(each.id(), each.name()));
        return names;
    }
}
