package io.haina.exchange;

import io.haina.field.Span;
import io.haina.filter.Filter;
import io.haina.filter.Operator;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A filter as JSON and back, so that a job can keep what somebody wished for: how far they reach is asked anew when the job
 * runs, and holds beside it.
 */
final class FilterJson {

    private static final String BETWEEN = "/";

    private FilterJson() {}

    static Map<String, @Nullable Object> write(Filter filter) {
        return switch (filter) {
            case Filter.All(List<Filter> parts) ->
                of("all", parts.stream().map(FilterJson::write).toList());
            case Filter.Any(List<Filter> parts) ->
                of("any", parts.stream().map(FilterJson::write).toList());
            case Filter.Is is -> fieldOf("is", is.field(), is.values().stream());
            case Filter.Match match -> {
                Map<String, @Nullable Object> json = fieldOf("match", match.field(), match.values().stream());
                json.put("operator", match.operator().name());
                yield json;
            }
            case Filter.Reached reached -> {
                Map<String, @Nullable Object> json = fieldOf("reached", reached.kind(), reached.values().stream());
                json.put("operator", reached.operator().name());
                yield json;
            }
            case Filter.During during -> {
                Map<String, @Nullable Object> json = of("during", during.field());
                json.put("from", during.from() == null ? null : during.from().toString());
                json.put("until", during.until() == null ? null : during.until().toString());
                yield json;
            }
            case Filter.Search(String text) -> of("search", text);
            case Filter.SearchAround(String text) -> of("searchAround", text);
            case Filter.SearchBeside(String text) -> of("searchBeside", text);
            case Filter.Held() -> of("held", true);
            case Filter.HeldBy(long id) -> of("heldBy", id);
            case Filter.HeldByTeam(long id) -> of("heldByTeam", id);
            case Filter.HeldByThoseUnder(long id) -> of("heldByThoseUnder", id);
            case Filter.HeldInDepartment(long id) -> of("heldInDepartment", id);
            case Filter.SharedWith(long id, boolean writing) -> of(writing ? "writtenBy" : "sharedWith", id);
            case Filter.Starred(long id) -> of("starred", id);
            case Filter.InPool() -> of("inPool", true);
            case Filter.InOpenPool(long id) -> of("inOpenPool", id);
            case Filter.InPoolOf(long id) -> of("inPoolOf", id);
            case Filter.InTenant tenant -> throw new IllegalArgumentException("no wish names a tenant");
        };
    }

    private static Map<String, @Nullable Object> of(String kind, Object content) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(kind, content);
        return json;
    }

    private static Map<String, @Nullable Object> fieldOf(String kind, String field, Stream<?> values) {
        Map<String, @Nullable Object> json = of(kind, field);
        json.put("values", values.map(FilterJson::value).toList());
        return json;
    }

    private static Map<String, String> value(Object value) {
        String type = switch (value) {
            case String text -> "text";
            case Long number -> "whole";
            case Integer number -> "int";
            case BigDecimal number -> "decimal";
            case Boolean truth -> "truth";
            case LocalDate date -> "date";
            case Instant instant -> "instant";
            case Span span -> "span";
            case UUID uuid -> "uuid";
            default -> throw new IllegalArgumentException("no value of a filter: " + value.getClass());
        };
        return Map.of(type, value instanceof Span span ? span.from() + BETWEEN + span.until() : value.toString());
    }

    static Filter read(JsonNode json) {
        String kind = json.propertyNames().iterator().next();
        JsonNode content = json.get(kind);
        return switch (kind) {
            case "all" -> new Filter.All(parts(content));
            case "any" -> new Filter.Any(parts(content));
            case "is" -> new Filter.Is(content.asString(), new LinkedHashSet<>(values(json)));
            case "match" ->
                new Filter.Match(
                        content.asString(),
                        Operator.valueOf(json.get("operator").asString()),
                        values(json));
            case "reached" ->
                new Filter.Reached(
                        content.asString(),
                        Operator.valueOf(json.get("operator").asString()),
                        values(json).stream().map(String::valueOf).toList());
            case "during" -> new Filter.During(content.asString(), instant(json, "from"), instant(json, "until"));
            case "search" -> new Filter.Search(content.asString());
            case "searchAround" -> new Filter.SearchAround(content.asString());
            case "searchBeside" -> new Filter.SearchBeside(content.asString());
            case "held" -> new Filter.Held();
            case "heldBy" -> new Filter.HeldBy(content.longValue());
            case "heldByTeam" -> new Filter.HeldByTeam(content.longValue());
            case "heldByThoseUnder" -> new Filter.HeldByThoseUnder(content.longValue());
            case "heldInDepartment" -> new Filter.HeldInDepartment(content.longValue());
            case "sharedWith" -> new Filter.SharedWith(content.longValue(), false);
            case "writtenBy" -> new Filter.SharedWith(content.longValue(), true);
            case "starred" -> new Filter.Starred(content.longValue());
            case "inPool" -> new Filter.InPool();
            case "inOpenPool" -> new Filter.InOpenPool(content.longValue());
            case "inPoolOf" -> new Filter.InPoolOf(content.longValue());
            default -> throw new IllegalArgumentException("no filter: " + kind);
        };
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static List<Filter> parts(JsonNode array) {
        return each(array).map(FilterJson::read).toList();
    }

    private static List<Object> values(JsonNode json) {
        return each(json.get("values")).map(FilterJson::value).toList();
    }

    private static Object value(JsonNode json) {
        String type = json.propertyNames().iterator().next();
        String text = json.get(type).asString();
        return switch (type) {
            case "text" -> text;
            case "whole" -> Long.valueOf(text);
            case "int" -> Integer.valueOf(text);
            case "decimal" -> new BigDecimal(text);
            case "truth" -> Boolean.valueOf(text);
            case "date" -> LocalDate.parse(text);
            case "instant" -> Instant.parse(text);
            case "span" -> span(text.split(BETWEEN));
            case "uuid" -> UUID.fromString(text);
            default -> throw new IllegalArgumentException("no value: " + type);
        };
    }

    private static Span span(String[] ends) {
        return new Span(Instant.parse(ends[0]), Instant.parse(ends[1]));
    }

    private static @Nullable Instant instant(JsonNode json, String name) {
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? null : Instant.parse(value.asString());
    }
}
