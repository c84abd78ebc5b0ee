package io.haina.api;

import io.haina.access.Actor;
import io.haina.activity.TimeWindow;
import io.haina.api.ApiWire.Link;
import io.haina.dialect.Inputs;
import io.haina.field.Moments;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.record.LinkKind;
import io.haina.record.LinkNames.Names;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How visits, demands, contracts, satisfactions and outreach records are asked for and written. */
final class PaperNames {

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("3000-01-01T00:00:00Z");
    private static final int MOST_PEOPLE = 1000;

    private PaperNames() {}

    /**
     * A time between two instants or days; what is not said does not bound it.
     *
     * @param to exclusive as an instant; a day belongs to it whole
     * @throws Refused if either is none, or it ends before it begins
     */
    static TimeWindow window(Actor actor, @Nullable String from, @Nullable String to) {
        ZoneId zone = actor.tenant().zone();
        String begin = Inputs.text("from", from);
        String end = Inputs.text("to", to);
        Instant until = LAST;
        if (end != null) {
            until = Moments.isDay(end)
                    ? Moments.date("to", end).plusDays(1).atStartOfDay(zone).toInstant()
                    : Moments.instant("to", end, zone);
        }
        return new TimeWindow(begin == null ? FIRST : Moments.instant("from", begin, zone), until);
    }

    /** The number of a record in a query; null where nothing was sent. @throws Refused for what is none */
    static @Nullable Long id(String field, @Nullable String text) {
        return ImportNames.id(field, text);
    }

    /** Numbers with commas between them. @throws Refused if one is none */
    static Set<Long> ids(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return Set.of();
        }
        if (text.length() > MOST_PEOPLE * 20) {
            throw new Refused(new Problem.Invalid(field, Rule.TOO_LONG, MOST_PEOPLE));
        }
        Set<Long> ids = new LinkedHashSet<>();
        Arrays.stream(text.split(",", -1)).forEach(each -> {
            Long id = ImportNames.id(field, each);
            if (id == null) {
                throw Refused.invalid(field, Rule.WRONG_TYPE);
            }
            ids.add(id);
        });
        return ids;
    }

    /** The numbers that a list of links is written as; null where nothing, or null, was sent. @throws Refused for others */
    static @Nullable List<Long> links(String field, @Nullable JsonNode sent) {
        if (sent == null || sent.isNull()) {
            return null;
        }
        if (!sent.isArray()) {
            throw Refused.invalid(field, Rule.WRONG_TYPE);
        }
        if (sent.size() > MOST_PEOPLE) {
            throw new Refused(new Problem.Invalid(field, Rule.TOO_LONG, MOST_PEOPLE));
        }
        Set<Long> ids = new LinkedHashSet<>();
        sent.forEach(each -> ids.add(ApiNames.required(field, ApiNames.link(field, each))));
        return List.copyOf(ids);
    }

    /** A text as a draft takes it: empty where it is null; null where it is not sent. @throws Refused for what is none */
    static @Nullable String emptied(String field, @Nullable JsonNode sent) {
        if (sent == null) {
            return null;
        }
        String text = ApiNames.text(field, sent);
        return text == null ? "" : text;
    }

    /** Puts a text into a draft, if it was sent. @throws Refused for what is none */
    static void text(Map<String, @Nullable Object> draft, String field, String name, @Nullable JsonNode sent) {
        if (sent != null) {
            draft.put(field, ApiNames.text(name, sent));
        }
    }

    /** Puts a number into a draft, if it was sent. @throws Refused for what is none */
    static void number(Map<String, @Nullable Object> draft, String field, String name, @Nullable JsonNode sent) {
        if (sent == null) {
            return;
        }
        if (!sent.isNull() && !sent.isNumber()) {
            throw Refused.invalid(name, Rule.WRONG_TYPE);
        }
        draft.put(field, sent.isNull() ? null : ValueNames.plain(JsonNames.number(name, sent)));
    }

    /** Puts what a link points at into a draft, if it was sent. @throws Refused for what is none */
    static void link(Map<String, @Nullable Object> draft, String field, String name, @Nullable JsonNode sent) {
        if (sent != null) {
            draft.put(field, ApiNames.link(name, sent));
        }
    }

    /** Ids of one kind that some rows name. */
    static <T> Set<Long> ids(List<T> rows, ToLongFunction<T> each) {
        Set<Long> ids = new TreeSet<>();
        rows.forEach(row -> ids.add(each.applyAsLong(row)));
        return ids;
    }

    /** Ids of people that some rows name. */
    static <T> Set<Long> people(List<T> rows, java.util.function.Function<T, Stream<Long>> each) {
        Set<Long> ids = new TreeSet<>();
        rows.forEach(row -> each.apply(row).forEach(ids::add));
        return ids;
    }

    /** What is to be named. */
    static Map<LinkKind, Set<Long>> asked(LinkKind kind, Set<Long> ids, LinkKind other, Set<Long> otherIds) {
        Map<LinkKind, Set<Long>> asked = new HashMap<>();
        asked.put(kind, ids);
        asked.put(other, otherIds);
        return asked;
    }

    static Link link(Names names, LinkKind kind, long id) {
        return new Link(id, names.of(kind, id));
    }

    static List<Link> links(Names names, LinkKind kind, List<Long> ids) {
        return ids.stream().map(id -> link(names, kind, id)).toList();
    }
}
