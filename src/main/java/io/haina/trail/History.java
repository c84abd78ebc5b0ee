package io.haina.trail;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.catalog.Catalogs;
import io.haina.catalog.CommonFields;
import io.haina.field.RecordKind;
import io.haina.kind.Keepers;
import io.haina.record.StoredRow;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happened to one record, for whoever sees it: without what is hidden from them. */
@Service
public class History {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Keepers keepers;
    private final Catalogs catalogs;
    private final TrailStore store;

    History(Keepers keepers, Catalogs catalogs, TrailStore store) {
        this.keepers = keepers;
        this.catalogs = catalogs;
        this.store = store;
    }

    /**
     * Some lines, the newest first.
     *
     * @param next where the next ones begin; null at the end
     */
    public record Lines(List<HistoryLine> lines, @Nullable Long next) {}

    /**
     * What happened to a record.
     *
     * @param before the line behind which to go on; null for the newest
     * @throws io.haina.problem.Refused if there is no such record that the actor may see
     */
    public Lines of(Actor actor, RecordKind kind, long id, @Nullable Long before, int size) {
        var scoped = Access.scoped(actor, UseCase.RECORD_HISTORY);
        keepers.of(kind).get(actor, id);
        StoredRow reader = new StoredRow(kind, catalogs.of(actor, kind));
        List<TrailLine> found = store.ofRecord(scoped, kind, id, before, size + 1);
        List<HistoryLine> lines =
                found.stream().limit(size).map(line -> line(reader, line)).toList();
        return new Lines(lines, found.size() > size ? lines.getLast().id() : null);
    }

    private static HistoryLine line(StoredRow reader, TrailLine line) {
        Map<String, @Nullable Object> before = reader.values(line.before());
        Map<String, @Nullable Object> after = reader.values(line.after());
        boolean both = line.before() != null && line.after() != null;
        return new HistoryLine(
                line.id(),
                line.at(),
                line.actorId(),
                line.actor(),
                line.action(),
                line.before() == null ? null : told(before, both ? after : Map.of()),
                line.after() == null ? null : told(after, both ? before : Map.of()),
                members(line),
                contacts(line));
    }

    /** What differs from the other side; that it was changed then is said of every change. */
    private static Map<String, @Nullable Object> told(
            Map<String, ? extends @Nullable Object> values, Map<String, ? extends @Nullable Object> other) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (!same(value, other.get(name)) && !name.equals(CommonFields.UPDATED_AT)) {
                told.put(name, value);
            }
        });
        return told;
    }

    /** Whether two values say the same; an empty list, and an empty text, are nothing. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        return (one instanceof BigDecimal number && other instanceof BigDecimal second)
                ? number.compareTo(second) == 0
                : Objects.equals(present(one), present(other));
    }

    private static @Nullable Object present(@Nullable Object value) {
        boolean empty = value instanceof Collection<?> list ? list.isEmpty() : "".equals(value);
        return empty ? null : value;
    }

    private static Map<Long, String> members(TrailLine line) {
        Map<Long, String> members = new HashMap<>();
        if (line.action().endsWith(".members")) {
            either(line)
                    .properties()
                    .forEach(each -> members.put(
                            Long.valueOf(each.getKey()), each.getValue().asString()));
        }
        return members;
    }

    private static List<Long> contacts(TrailLine line) {
        boolean linked = line.action().endsWith(".link") || line.action().endsWith(".unlink");
        return linked ? List.of(either(line).path("contact").asLong()) : List.of();
    }

    private static JsonNode either(TrailLine line) {
        String json = line.after() == null ? line.before() : line.after();
        return JSON.readTree(json == null ? "{}" : json);
    }
}
