package io.haina.api;

import io.haina.access.Actor;
import io.haina.catalog.Catalogs;
import io.haina.dialect.Inputs;
import io.haina.field.Conditions;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.field.Texts;
import io.haina.filter.Filter;
import io.haina.filter.Operator;
import io.haina.filter.Page;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.record.Order;
import io.haina.scene.Scenes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What narrows and orders a list of records, as the core's filters and orders. */
@Component
final class ApiFilters {

    /** Rows that pages reach; what lies further back is read by cursors. */
    static final int MOST_PAGED = 10_000;

    private static final int LONGEST_JSON = 100_000;
    private static final int LONGEST_WORDS = 200;

    private final Catalogs catalogs;
    private final Scenes scenes;
    private final JsonMapper json = JsonNames.json();

    ApiFilters(Catalogs catalogs, Scenes scenes) {
        this.catalogs = catalogs;
        this.scenes = scenes;
    }

    /**
     * What a client says to narrow a list; null says nothing.
     *
     * @param q words of a search box
     * @param scene the number of a saved filter
     * @param filter JSON
     * @param pool true for the customers of all pools that the actor sees, or the number of one
     */
    record Narrowing(
            @Nullable String q,
            @Nullable String scene,
            @Nullable String filter,
            @Nullable String pool) {

        /** Of what somebody holds. */
        Narrowing(@Nullable String q, @Nullable String scene, @Nullable String filter) {
            this(q, scene, filter, null);
        }

        /** Whether it is meant of what lies in pools. */
        boolean pooled() {
            return pool != null && !pool.isBlank();
        }
    }

    /** All of it at once. @throws Refused if a part of it is none, or names what the actor does not see */
    Filter wish(Actor actor, RecordKind kind, Narrowing narrowing) {
        List<Filter> parts = new ArrayList<>();
        parts.add(words("q", narrowing.q()));
        String scene = Inputs.text("scene", narrowing.scene());
        if (scene != null) {
            parts.add(scenes.filter(actor, kind, ApiNames.id(Problem.Kind.SCENE, scene)));
        }
        String filter = narrowing.filter();
        if (filter != null && !filter.isBlank()) {
            parts.add(filter(actor, kind, filter));
        }
        if (narrowing.pooled()) {
            parts.add(pool(kind, String.valueOf(Inputs.text("pool", narrowing.pool()))));
        }
        return Filter.all(parts);
    }

    private static Filter pool(RecordKind kind, String pool) {
        if (kind != RecordKind.CUSTOMER) {
            throw Refused.invalid("pool", Rule.UNKNOWN);
        }
        return pool.equals("true") ? Filter.EVERYTHING : new Filter.InPoolOf(ApiNames.id(Problem.Kind.POOL, pool));
    }

    /** The words of a search box. @return {@link Filter#EVERYTHING} for none */
    private static Filter words(String name, @Nullable String words) {
        String text = words == null ? "" : words.strip();
        return text.isEmpty() ? Filter.EVERYTHING : new Filter.SearchAround(Texts.checked(name, text, LONGEST_WORDS));
    }

    /** A filter out of JSON text. @throws Refused if it is none, or names what the actor does not see */
    Filter filter(Actor actor, RecordKind kind, String text) {
        if (text.length() > LONGEST_JSON) {
            throw new Refused(new Problem.Invalid("filter", Rule.TOO_LONG, LONGEST_JSON));
        }
        try {
            return filter(actor, kind, json.readTree(text));
        } catch (JacksonException e) {
            throw Refused.invalid("filter", Rule.MALFORMED);
        }
    }

    /** A filter out of JSON. @throws Refused as {@link #filter(Actor, RecordKind, String)} */
    Filter filter(Actor actor, RecordKind kind, JsonNode node) {
        return new Reading(actor, kind, catalogs.of(actor, kind)).filter(node, 1);
    }

    /** One filter, and how many conditions it has had so far. */
    private final class Reading {

        private static final int MOST_CONDITIONS = 50;
        private static final int DEEPEST = 5;

        private final Actor actor;
        private final RecordKind kind;
        private final FieldCatalog catalog;
        private final Conditions conditions;
        private int seen;

        Reading(Actor actor, RecordKind kind, FieldCatalog catalog) {
            this.actor = actor;
            this.kind = kind;
            this.catalog = catalog;
            this.conditions = new Conditions(catalog, actor.tenant().zone());
        }

        Filter filter(JsonNode node, int depth) {
            if (!node.isObject()) {
                throw Refused.invalid("filter", Rule.WRONG_TYPE);
            }
            if (depth > DEEPEST) {
                throw new Refused(new Problem.Invalid("filter", Rule.TOO_LONG, DEEPEST));
            }
            if (node.has("field")) {
                return condition(node);
            }
            if (node.size() != 1) {
                throw Refused.invalid("filter", Rule.MALFORMED);
            }
            String word = node.propertyNames().iterator().next();
            JsonNode content = node.get(word);
            return switch (word) {
                case "all" -> Filter.all(parts(content, depth));
                case "any" -> new Filter.Any(parts(content, depth));
                case "search" -> {
                    count();
                    yield words("search", JsonNames.text("search", content));
                }
                case "mine" -> said(word, content, new Filter.HeldBy(actor.staffId()));
                case "held" -> said(word, content, actor.held());
                case "starred" -> said(word, content, new Filter.Starred(actor.staffId()));
                case "subordinates" -> said(word, content, scenes.others(actor, kind));
                default -> throw Refused.invalid(JsonNames.told(word), Rule.UNKNOWN);
            };
        }

        private List<Filter> parts(JsonNode content, int depth) {
            if (!content.isArray()) {
                throw Refused.invalid("filter", Rule.WRONG_TYPE);
            }
            List<Filter> parts = new ArrayList<>();
            content.forEach(each -> parts.add(filter(each, depth + 1)));
            return parts;
        }

        private Filter said(String word, JsonNode content, Filter filter) {
            count();
            if (!content.isBoolean() || !content.booleanValue()) {
                throw Refused.invalid(word, Rule.WRONG_TYPE);
            }
            return filter;
        }

        private void count() {
            seen++;
            if (seen > MOST_CONDITIONS) {
                throw new Refused(new Problem.Invalid("filter", Rule.TOO_LONG, MOST_CONDITIONS));
            }
        }

        private Filter condition(JsonNode node) {
            count();
            for (String name : node.propertyNames()) {
                if (!Set.of("field", "operator", "values").contains(name)) {
                    throw Refused.invalid(JsonNames.told(name), Rule.UNKNOWN);
                }
            }
            String field = RecordNames.known(catalog, JsonNames.text("field", node.get("field")))
                    .name();
            Operator operator =
                    ApiNames.choice("operator", JsonNames.text("operator", node.get("operator")), Operator.values());
            return conditions.filter(field, operator, JsonNames.values(field, node.get("values")));
        }
    }

    /** The order of a list: a field, with a minus before it for falling. @throws Refused if the actor cannot sort by it */
    Order order(Actor actor, RecordKind kind, @Nullable String sort) {
        String text = Inputs.text("sort", sort);
        if (text == null) {
            return Order.NEWEST;
        }
        boolean falling = text.startsWith("-");
        var field = RecordNames.known(catalogs.of(actor, kind), falling ? text.substring(1) : text);
        if (!RecordNames.isSortable(field)) {
            throw Refused.invalid("sort", Rule.NOT_A_CHOICE);
        }
        return new Order(field.name(), !falling);
    }

    /** The names of fields with commas between them. @return null for all @throws Refused if the actor does not see one */
    @Nullable
    Set<String> fields(Actor actor, RecordKind kind, @Nullable String fields) {
        if (fields == null || fields.isBlank()) {
            return null;
        }
        FieldCatalog catalog = catalogs.of(actor, kind);
        Set<String> names = new LinkedHashSet<>();
        for (String name : Texts.checked("fields", fields, LONGEST_JSON).split(",", -1)) {
            names.add(RecordNames.shown(catalog, name.strip()).name());
        }
        return names;
    }

    /** A page of a list. @throws Refused if it is none, or lies too far back */
    static Page page(@Nullable String page, @Nullable String size) {
        int rows = ApiNames.size(size);
        int number = Inputs.integer("page", page, 1);
        if (number < 1 || (long) number * rows > MOST_PAGED) {
            throw new Refused(new Problem.Invalid("page", Rule.OUT_OF_RANGE, MOST_PAGED / rows));
        }
        return new Page(number, rows);
    }
}
