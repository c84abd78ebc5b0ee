package io.haina.customer;

import io.haina.field.Texts;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.record.Assignments;
import io.haina.record.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ways to reach a customer: of each kind a list in the customer's order, in which no value stands twice.
 *
 * @param byKind kinds of which there is none are left out
 */
public record ContactWays(Map<WayKind, List<ContactWay>> byKind) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 100;
    private static final int MEMO_LENGTH = 500;

    public ContactWays {
        Map<WayKind, List<ContactWay>> some = new EnumMap<>(WayKind.class);
        byKind.forEach((kind, ways) -> {
            if (!ways.isEmpty()) {
                some.put(kind, List.copyOf(ways));
            }
        });
        byKind = java.util.Collections.unmodifiableMap(some);
    }

    /**
     * The ways of a customer that was read as a whole: its own, and last the number of its primary contact, which is called
     * so and belongs to that person.
     */
    public static ContactWays of(Row row) {
        Map<WayKind, List<ContactWay>> all = new EnumMap<>(WayKind.class);
        all.putAll(own(row).byKind);
        String phone = row.text(CustomerFields.CONTACT_PHONE);
        if (phone != null) {
            List<ContactWay> mobiles = new ArrayList<>(all.getOrDefault(WayKind.MOBILE, List.of()));
            if (mobiles.stream().noneMatch(way -> way.value().equals(phone))) {
                mobiles.add(new ContactWay(phone, row.text(CustomerFields.CONTACT_NAME)));
                all.put(WayKind.MOBILE, mobiles);
            }
        }
        return new ContactWays(all);
    }

    /** The customer's own alone. */
    public static ContactWays own(Row row) {
        String stored = row.text(CustomerRecordFields.WAYS);
        Map<WayKind, List<ContactWay>> ways = new EnumMap<>(WayKind.class);
        JsonNode json = JSON.readTree(stored == null ? "{}" : stored);
        json.properties()
                .forEach(entry -> WayKind.of(entry.getKey()).ifPresent(kind -> {
                    List<ContactWay> list = new ArrayList<>();
                    entry.getValue().forEach(way -> {
                        JsonNode memo = way.get("memo");
                        list.add(new ContactWay(
                                way.get("value").asString(), memo == null || memo.isNull() ? null : memo.asString()));
                    });
                    ways.put(kind, list);
                }));
        return new ContactWays(ways);
    }

    /** Those of a kind, in their order. */
    public List<ContactWay> of(WayKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** These, with those of some kinds instead of what there was of these kinds. */
    public ContactWays with(Map<WayKind, List<ContactWay>> others) {
        Map<WayKind, List<ContactWay>> all = new EnumMap<>(WayKind.class);
        all.putAll(byKind);
        all.putAll(others);
        return new ContactWays(all);
    }

    /**
     * Lists as they are stored: trimmed; of equal values the first counts.
     *
     * @throws Refused if a value is missing, a text breaks a rule, or there are too many
     */
    public static Map<WayKind, List<ContactWay>> checked(Map<WayKind, List<ContactWay>> given) {
        Map<WayKind, List<ContactWay>> checked = new EnumMap<>(WayKind.class);
        given.forEach((kind, ways) -> {
            if (ways.size() > MOST) {
                throw new Refused(new Problem.Invalid(kind.key(), Rule.TOO_LONG, MOST));
            }
            Map<String, ContactWay> byValue = new LinkedHashMap<>();
            for (ContactWay way : ways) {
                String value = way.value().strip();
                if (value.isEmpty()) {
                    throw Refused.invalid(kind.key(), Rule.REQUIRED);
                }
                Texts.checked(kind.key(), value, kind.maximumLength());
                byValue.putIfAbsent(value, new ContactWay(value, memo(kind, way.memo())));
            }
            checked.put(kind, List.copyOf(byValue.values()));
        });
        return checked;
    }

    private static @Nullable String memo(WayKind kind, @Nullable String memo) {
        String text = memo == null ? "" : memo.strip();
        return text.isEmpty() ? null : Texts.checked(kind.key(), text, MEMO_LENGTH);
    }

    Assignments.Json json() {
        Map<String, List<Map<String, @Nullable String>>> lists = new LinkedHashMap<>();
        byKind.forEach((kind, ways) -> lists.put(
                kind.key(),
                ways.stream()
                        .map(way -> {
                            Map<String, @Nullable String> entry = new LinkedHashMap<>();
                            entry.put("value", way.value());
                            entry.put("memo", way.memo());
                            return entry;
                        })
                        .toList()));
        return new Assignments.Json(JSON.writeValueAsString(lists));
    }
}
