package io.haina.record;

import io.haina.access.Actor;
import io.haina.field.Field;
import io.haina.field.FieldType;
import io.haina.field.RecordKind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The names of what records point at: of whole pages by one more statement, and by none where nothing is pointed at. */
@Service
public class LinkNames {

    private final LinkNameStore store;
    private final FieldFileStore files;

    LinkNames(LinkNameStore store, FieldFileStore files) {
        this.store = store;
        this.files = files;
    }

    /**
     * Names by what they are names of, and by ids.
     *
     * @param files what files of fields are called, by the record that has them and their UUID
     */
    public record Names(Map<LinkKind, Map<Long, String>> byLink, Map<Long, Map<UUID, FieldFile>> files) {

        /** Nothing has a name. */
        public static final Names NONE = new Names(Map.of(), Map.of());

        /** The name of an id; null where nothing has the id. */
        public @Nullable String of(LinkKind link, long id) {
            return byLink.getOrDefault(link, Map.of()).get(id);
        }

        /** The files that a value of a record names, in its order; what is no file of the record any more is left out. */
        public List<FieldFile> files(Row row, List<?> value) {
            Map<UUID, FieldFile> its = files.getOrDefault(row.id(), Map.of());
            return value.stream()
                    .flatMap(each -> uuid(each).map(its::get).stream())
                    .toList();
        }
    }

    /** The names that some fields of some rows, and their members, need. */
    public Names of(Actor actor, RecordKind kind, Collection<Field> fields, Collection<Row> rows) {
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
        return new Names(ids.isEmpty() ? Map.of() : store.names(actor, ids), files(actor, kind, fields, rows));
    }

    private Map<Long, Map<UUID, FieldFile>> files(
            Actor actor, RecordKind kind, Collection<Field> fields, Collection<Row> rows) {
        Set<String> named = new TreeSet<>();
        Set<Long> records = new TreeSet<>();
        for (Field field : fields) {
            for (Row row : field.type() == FieldType.FILE ? rows : List.<Row>of()) {
                if (row.get(field.name()) instanceof List<?> list && !list.isEmpty()) {
                    list.forEach(each -> uuid(each).ifPresent(uuid -> named.add(uuid.toString())));
                    records.add(row.id());
                }
            }
        }
        return named.isEmpty() ? Map.of() : files.named(actor, kind, records, named.toArray(String[]::new));
    }

    /** The names of some ids; what is not there has none. */
    public Names of(Actor actor, Map<LinkKind, ? extends Collection<Long>> ids) {
        Map<LinkKind, Set<Long>> asked = new EnumMap<>(LinkKind.class);
        ids.forEach((link, each) -> each.forEach(id -> add(asked, link, id)));
        return new Names(asked.isEmpty() ? Map.of() : store.names(actor, asked), Map.of());
    }

    /** Empty for what a field of another type has left. */
    private static Optional<UUID> uuid(Object value) {
        try {
            return Optional.of(UUID.fromString(value.toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void add(Map<LinkKind, Set<Long>> ids, LinkKind link, long id) {
        ids.computeIfAbsent(link, any -> new TreeSet<>()).add(id);
    }
}
