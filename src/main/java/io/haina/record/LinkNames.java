package io.haina.record;

import io.haina.access.Actor;
import io.haina.field.Field;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The names of what records point at: of whole pages by one more statement, and by none where nothing is pointed at. */
@Service
public class LinkNames {

    private final LinkNameStore store;

    LinkNames(LinkNameStore store) {
        this.store = store;
    }

    /** Names by what they are names of, and by ids. */
    public record Names(Map<LinkKind, Map<Long, String>> byLink) {

        /** The name of an id; null where nothing has the id. */
        public @Nullable String of(LinkKind link, long id) {
            return byLink.getOrDefault(link, Map.of()).get(id);
        }
    }

    /** The names that some fields of some rows, and their members, need. */
    public Names of(Actor actor, Collection<Field> fields, Collection<Row> rows) {
        Map<LinkKind, Set<Long>> ids = new EnumMap<>(LinkKind.class);
        Map<String, LinkKind> links = new HashMap<>();
        fields.forEach(field -> LinkKind.of(field).ifPresent(link -> links.put(field.name(), link)));
        for (Row row : rows) {
            links.forEach((field, link) -> {
                if (row.get(field) instanceof Long id) {
                    add(ids, link, id);
                }
            });
            row.readers().forEach(id -> add(ids, LinkKind.STAFF, id));
            row.writers().forEach(id -> add(ids, LinkKind.STAFF, id));
        }
        return new Names(ids.isEmpty() ? Map.of() : store.names(actor, ids));
    }

    /** The names of some ids; what is not there has none. */
    public Names of(Actor actor, Map<LinkKind, ? extends Collection<Long>> ids) {
        Map<LinkKind, Set<Long>> asked = new EnumMap<>(LinkKind.class);
        ids.forEach((link, each) -> each.forEach(id -> add(asked, link, id)));
        return new Names(asked.isEmpty() ? Map.of() : store.names(actor, asked));
    }

    private static void add(Map<LinkKind, Set<Long>> ids, LinkKind link, long id) {
        ids.computeIfAbsent(link, any -> new TreeSet<>()).add(id);
    }
}
