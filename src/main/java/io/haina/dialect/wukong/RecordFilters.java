package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.catalog.Catalogs;
import io.haina.customer.CustomerFields;
import io.haina.customer.CustomerRecordFields;
import io.haina.customer.CustomerStatus;
import io.haina.customer.Customers;
import io.haina.dialect.wukong.RecordWire.Condition;
import io.haina.dialect.wukong.RecordWire.ListAsked;
import io.haina.dialect.wukong.RecordWire.Several;
import io.haina.field.Conditions;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.FieldType.Shape;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Operator;
import io.haina.lead.Leads;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.record.Order;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document's language of conditions, orders and lists of numbers, as the core's filters, orders and ids. */
@Component
final class RecordFilters {

    private static final int MOST_CONDITIONS = 50;
    private static final int ASCENDING = 2;
    private static final Map<String, String> OUTCOMES = Map.of("win", "won", "lose", "lost", "invalid", "invalid");

    private final Catalogs catalogs;
    private final JsonMapper json;

    RecordFilters(Catalogs catalogs) {
        this.catalogs = catalogs;
        this.json = JsonMapper.builder().build();
    }

    /** The wish of a list: its search box and its conditions; of leads without a scene, those that are no customers yet. */
    Filter wish(Actor actor, RecordKind kind, ListAsked asked) {
        List<Filter> parts = new ArrayList<>();
        parts.add(Customers.search(asked.search()));
        if (kind == RecordKind.LEAD && asked.sceneId() == null) {
            parts.add(Leads.converted(false));
        }
        if (kind == RecordKind.CUSTOMER && asked.poolId() != null) {
            parts.add(new Filter.Is(CustomerRecordFields.POOL_ID, Set.of(asked.poolId())));
        }
        conditions(asked.data()).values().forEach(condition -> parts.add(filter(actor, kind, condition)));
        return Filter.all(parts);
    }

    /** The order of a list: the last changed first where nothing is said. @throws Refused if there is no such field */
    Order order(Actor actor, RecordKind kind, ListAsked asked) {
        String field = asked.sortField();
        boolean ascending = asked.order() != null && asked.order() == ASCENDING;
        if (field == null || field.isBlank()) {
            return new Order(Order.UPDATED, ascending);
        }
        return new Order(
                RecordNames.field(kind, catalogs.of(actor, kind), field.strip())
                        .orElseThrow(() -> Refused.invalid(field, Rule.UNKNOWN))
                        .name(),
                ascending);
    }

    /**
     * Conditions by key, in their order.
     *
     * @param data an object, its JSON in a text, or nothing
     * @throws Refused if it is none of these
     */
    Map<String, Condition> conditions(@Nullable JsonNode data) {
        Map<String, Condition> conditions = new LinkedHashMap<>();
        JsonNode object = object(data);
        if (object == null) {
            return conditions;
        }
        if (object.size() > MOST_CONDITIONS) {
            throw new Refused(new Problem.Invalid("data", Rule.TOO_LONG, MOST_CONDITIONS));
        }
        object.properties()
                .forEach(entry -> conditions.put(entry.getKey(), condition(entry.getKey(), entry.getValue())));
        return conditions;
    }

    private @Nullable JsonNode object(@Nullable JsonNode data) {
        if (data == null || data.isNull() || (data.isString() && data.asString().isBlank())) {
            return null;
        }
        JsonNode object = data.isString() ? parsed(data.asString()) : data;
        if (object.isArray() && object.isEmpty()) {
            return null;
        }
        if (!object.isObject()) {
            throw Refused.invalid("data", Rule.WRONG_TYPE);
        }
        return object;
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (JacksonException e) {
            throw Refused.invalid("data", Rule.MALFORMED);
        }
    }

    private static Condition condition(String key, JsonNode node) {
        if (!node.isObject()) {
            throw Refused.invalid("data", Rule.WRONG_TYPE);
        }
        String name = text(node, "name");
        return new Condition(
                name == null ? key : name,
                text(node, "condition"),
                node.get("value"),
                text(node, "formType"),
                text(node, "start"),
                text(node, "end"),
                text(node, "typeId"),
                text(node, "statusId"));
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isValueNode()) {
            throw Refused.invalid("data", Rule.WRONG_TYPE);
        }
        return value.asString().isBlank() ? null : value.asString();
    }

    private Filter filter(Actor actor, RecordKind kind, Condition condition) {
        String name = condition.name() == null ? "" : condition.name();
        String camel = RecordNames.camel(name);
        if (kind == RecordKind.OPPORTUNITY && isStage(condition, camel)) {
            return stage(actor, condition);
        }
        FieldCatalog catalog = catalogs.of(actor, kind);
        Field field = RecordNames.field(kind, catalog, name)
                .orElseThrow(() -> new Refused(new Problem.Invalid(shown(name), Rule.UNKNOWN)));
        if (kind == RecordKind.CUSTOMER && field.name().equals(CustomerFields.STATUS)) {
            return dealt(condition);
        }
        var conditions = new Conditions(catalog, actor.tenant().zone());
        if ("map_address".equals(condition.formType()) && !values(condition).isEmpty()) {
            return conditions.filter(
                    field.name(),
                    Operator.STARTS_WITH,
                    List.of(values(condition).getFirst()));
        }
        if (condition.start() != null || condition.end() != null) {
            return conditions.filter(
                    field.name(), Operator.BETWEEN, List.of(orEmpty(condition.start()), orEmpty(condition.end())));
        }
        return conditions.filter(
                field.name(), operator(condition), fitting(field, operator(condition), values(condition)));
    }

    private static List<String> fitting(Field field, Operator operator, List<String> values) {
        return switch (operator) {
            case IS_NULL, IS_NOT_NULL -> List.of();
            case IN ->
                values.stream()
                        .flatMap(value -> Stream.of(value.split(",", -1)).filter(part -> !part.isBlank()))
                        .toList();
            case CONTAINS, NOT_CONTAINS, IS, IS_NOT ->
                field.type().shape() == Shape.LIST
                        ? values
                        : values.size() > 1 ? List.of(String.join(",", values)) : values;
            default -> values;
        };
    }

    private static boolean isStage(Condition condition, String camel) {
        return "business_type".equals(condition.formType())
                || camel.equals("businessType")
                || condition.typeId() != null
                || condition.statusId() != null;
    }

    private Filter stage(Actor actor, Condition condition) {
        var conditions = new Conditions(
                catalogs.of(actor, RecordKind.OPPORTUNITY), actor.tenant().zone());
        List<Filter> parts = new ArrayList<>();
        if (condition.typeId() != null) {
            parts.add(conditions.filter("pipelineId", Operator.IS, List.of(condition.typeId())));
        }
        String status = condition.statusId();
        if (status != null) {
            String outcome = OUTCOMES.get(status);
            parts.add(
                    outcome == null
                            ? conditions.filter("stageId", Operator.IS, List.of(status))
                            : conditions.filter("outcome", Operator.IS, List.of(outcome)));
            if (outcome == null) {
                parts.add(conditions.filter("outcome", Operator.IS_NULL, List.of()));
            }
        }
        return Filter.all(parts);
    }

    /** 0 is every customer that is not won. */
    private static Filter dealt(Condition condition) {
        List<String> values = values(condition);
        boolean negated = operator(condition) == Operator.IS_NOT;
        if (values.size() != 1 || !Set.of("0", "1").contains(values.getFirst())) {
            throw Refused.invalid("dealStatus", Rule.NOT_A_CHOICE);
        }
        boolean won = values.getFirst().equals("1") != negated;
        return new Filter.Is(
                CustomerFields.STATUS,
                won
                        ? Set.of(CustomerStatus.WON.key())
                        : Set.of(CustomerStatus.FOLLOWING.key(), CustomerStatus.LOST.key()));
    }

    private static Operator operator(Condition condition) {
        String word = condition.condition();
        return word == null
                ? Operator.IS
                : RecordNames.condition(word)
                        .orElseThrow(() -> new Refused(new Problem.Invalid(shown(word), Rule.UNKNOWN)));
    }

    private static List<String> values(Condition condition) {
        JsonNode value = condition.value();
        List<String> values = new ArrayList<>();
        if (value != null && value.isArray()) {
            value.forEach(each -> values.add(scalar(each)));
        } else if (value != null && !value.isNull()) {
            values.add(scalar(value));
        }
        values.removeIf(String::isBlank);
        return values;
    }

    private static String scalar(JsonNode value) {
        JsonNode plain = value.isObject() && value.get("userId") != null ? value.get("userId") : value;
        if (!plain.isValueNode()) {
            throw Refused.invalid("data", Rule.WRONG_TYPE);
        }
        return plain.asString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String shown(String name) {
        return name.length() > 64 ? name.substring(0, 64) : name;
    }

    /** The numbers of records, under whichever name they came. @throws Refused if there are none or one is no number */
    static List<Long> ids(Several several) {
        List<Long> ids = new ArrayList<>();
        Stream.of(
                        several.ids(),
                        several.leadsIds(),
                        several.leadsId(),
                        several.customerIds(),
                        several.contactsIds(),
                        several.businessIds(),
                        several.productIds())
                .map(each -> each == null ? "" : each)
                .filter(each -> !each.isBlank())
                .limit(1)
                .forEach(each -> ids.addAll(ids(each)));
        if (ids.isEmpty()) {
            throw Refused.invalid("ids", Rule.REQUIRED);
        }
        return ids;
    }

    /** Numbers with commas between them. @throws Refused if there are none or one is no number */
    static List<Long> ids(String text) {
        List<Long> ids = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String digits = part.strip();
            if (!digits.isEmpty()) {
                if (!digits.matches("[0-9]{1,16}")) {
                    throw Refused.invalid("ids", Rule.WRONG_TYPE);
                }
                ids.add(Long.valueOf(digits));
            }
        }
        if (ids.isEmpty()) {
            throw Refused.invalid("ids", Rule.REQUIRED);
        }
        return ids;
    }
}
