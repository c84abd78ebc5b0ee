package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.catalog.Catalogs;
import io.haina.customer.CustomerFields;
import io.haina.customer.CustomerStatus;
import io.haina.dialect.wukong.RecordWire.Condition;
import io.haina.field.Cascade;
import io.haina.field.Field;
import io.haina.field.FieldType;
import io.haina.field.FieldType.Shape;
import io.haina.field.RecordKind;
import io.haina.filter.Operator;
import io.haina.opportunity.OpportunityFields;
import io.haina.opportunity.Outcome;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The document's language of conditions, as the core's conditions on its own fields. */
@Component
final class ConditionFilters {

    /** The condition that finds what somebody is a member of: it is on no field. */
    private static final String TAKES_PART = "takePart";

    private static final int MOST_CONDITIONS = 50;
    private static final Map<String, String> OUTCOMES = Map.of("win", "won", "lose", "lost", "invalid", "invalid");

    private static final String END = "isEnd";
    private static final Set<Operator> COMPARED = EnumSet.of(Operator.IS, Operator.IS_NOT, Operator.IN);

    private final Catalogs catalogs;

    ConditionFilters(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    /**
     * Conditions by key, in their order.
     *
     * @param data an object, its JSON in a text, or nothing
     * @throws Refused if it is none of these
     */
    static Map<String, Condition> read(@Nullable JsonNode data) {
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

    private static @Nullable JsonNode object(@Nullable JsonNode data) {
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

    /** JSON in a text. @throws Refused if it is none */
    static JsonNode parsed(String text) {
        try {
            return WukongConfiguration.JSON.readTree(text);
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

    /** The core's conditions. @throws Refused if a field or a condition is unknown, or a value is none */
    List<io.haina.scene.Condition> core(Actor actor, RecordKind kind, Collection<Condition> conditions) {
        List<io.haina.scene.Condition> core = new ArrayList<>();
        conditions.forEach(condition -> core.addAll(core(actor, kind, condition)));
        return core;
    }

    private List<io.haina.scene.Condition> core(Actor actor, RecordKind kind, Condition condition) {
        if (TAKES_PART.equals(condition.condition())) {
            return List.of(io.haina.scene.Condition.shared());
        }
        String name = condition.name() == null ? "" : condition.name();
        boolean opportunity = kind == RecordKind.OPPORTUNITY;
        if (opportunity && (condition.typeId() != null || condition.statusId() != null)) {
            return stage(condition);
        }
        String key = opportunity && RecordNames.camel(name).equals("businessType") ? "typeId" : name;
        Field field = RecordNames.field(kind, catalogs.of(actor, kind), key)
                .orElseThrow(() -> new Refused(new Problem.Invalid(shown(name), Rule.UNKNOWN)));
        List<String> values = values(condition);
        if (kind == RecordKind.CUSTOMER && field.name().equals(CustomerFields.STATUS)) {
            return List.of(dealt(condition, values));
        }
        if (opportunity && field.name().equals(OpportunityFields.OUTCOME)) {
            return ended(condition, values);
        }
        if ("map_address".equals(condition.formType()) && !values.isEmpty()) {
            return List.of(on(field.name(), Operator.STARTS_WITH, values.getFirst()));
        }
        if (condition.start() != null || condition.end() != null) {
            return List.of(on(field.name(), Operator.BETWEEN, orEmpty(condition.start()), orEmpty(condition.end())));
        }
        Operator operator = operator(condition);
        return List.of(new io.haina.scene.Condition(field.name(), operator, fitting(field, operator, values)));
    }

    private static io.haina.scene.Condition on(String field, Operator operator, String... values) {
        return new io.haina.scene.Condition(field, operator, List.of(values));
    }

    private static List<String> fitting(Field field, Operator operator, List<String> values) {
        return switch (operator) {
            case IS_NULL, IS_NOT_NULL -> List.of();
            case IN -> parts(values, ",").toList();
            default ->
                field.type().shape() == Shape.LIST
                        ? values.stream()
                                .flatMap(value -> parts(List.of(value), between(field, value)))
                                .toList()
                        : values.size() < 2 ? values : List.of(String.join(",", values));
        };
    }

    /** What stands between the elements of a list as it is shown, and between the levels of a path. */
    private static String between(Field field, String value) {
        return field.type() == FieldType.CASCADE && value.contains(Cascade.BETWEEN) ? Cascade.BETWEEN : ",";
    }

    private static Stream<String> parts(List<String> values, String between) {
        return values.stream()
                .flatMap(value -> Stream.of(value.split(between, -1)))
                .map(String::strip)
                .filter(part -> !part.isEmpty());
    }

    private static List<io.haina.scene.Condition> stage(Condition condition) {
        if (operator(condition) != Operator.IS) {
            throw Refused.invalid("statusId", Rule.NOT_A_CHOICE);
        }
        List<io.haina.scene.Condition> core = new ArrayList<>();
        if (condition.typeId() != null) {
            core.add(on(OpportunityFields.PIPELINE_ID, Operator.IS, condition.typeId()));
        }
        String status = condition.statusId();
        String outcome = status == null ? null : OUTCOMES.get(status);
        if (outcome != null) {
            core.add(on(OpportunityFields.OUTCOME, Operator.IS, outcome));
        } else if (status != null) {
            core.add(on(OpportunityFields.STAGE_ID, Operator.IS, status));
            core.add(on(OpportunityFields.OUTCOME, Operator.IS_NULL));
        }
        return core;
    }

    /** 0 is every customer that is not won. */
    private static io.haina.scene.Condition dealt(Condition condition, List<String> values) {
        if (values.size() != 1 || !Set.of("0", "1").contains(values.getFirst())) {
            throw Refused.invalid("dealStatus", Rule.NOT_A_CHOICE);
        }
        boolean won = values.getFirst().equals("1") != (operator(condition) == Operator.IS_NOT);
        return on(CustomerFields.STATUS, won ? Operator.IS : Operator.IS_NOT, CustomerStatus.WON.key());
    }

    /** How it ended is a number, and what has not ended has one too: the core has a word, or none. */
    private static List<io.haina.scene.Condition> ended(Condition condition, List<String> values) {
        Operator operator = operator(condition);
        Set<String> wanted = parts(values, ",").collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            throw Refused.invalid(END, Rule.REQUIRED);
        }
        if (!COMPARED.contains(operator) || !wanted.stream().allMatch(EndNames::isOne)) {
            throw Refused.invalid(END, Rule.NOT_A_CHOICE);
        }
        boolean among = operator != Operator.IS_NOT;
        // A condition that excludes finds the open ones too.
        boolean open = wanted.contains(EndNames.OPEN) == among;
        List<String> ends = Stream.of(Outcome.values())
                .filter(end -> wanted.contains(Integer.toString(EndNames.number(end))) == among != open)
                .map(Outcome::key)
                .toList();
        return open && ends.isEmpty()
                ? List.of()
                : List.of(new io.haina.scene.Condition(
                        OpportunityFields.OUTCOME, open ? Operator.NOT_IN : Operator.IN, ends));
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

    /** A person may come as an object that a client was shown. */
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
}
