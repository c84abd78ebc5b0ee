package io.haina.dialect.openapi;

import io.haina.access.Actor;
import io.haina.catalog.Catalogs;
import io.haina.customer.CustomerRecordFields;
import io.haina.customer.WayKind;
import io.haina.dialect.openapi.CrmWire.Condition;
import io.haina.dialect.openapi.CrmWire.Wish;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.FieldType.Shape;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Operator;
import io.haina.filter.Page;
import io.haina.integration.Wishes;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads what narrows a list of customers. */
@Component
class CrmFilters {

    private static final int USUAL_SIZE = 10;
    private static final int MOST_CONDITIONS = 50;
    private static final Set<String> AGENTS = Set.of(CustomerRecordFields.CREATOR, CustomerRecordFields.EDITOR);

    private static final Set<Operator> PARTS = Set.of(Operator.CONTAINS, Operator.NOT_CONTAINS, Operator.STARTS_WITH);

    private final Catalogs catalogs;
    private final Wishes wishes;

    CrmFilters(Catalogs catalogs, Wishes wishes) {
        this.catalogs = catalogs;
        this.wishes = wishes;
    }

    static Page page(Wish wish) {
        return new Page(wish.page() == null ? 1 : wish.page(), wish.limit() == null ? USUAL_SIZE : wish.limit());
    }

    /** All conditions of a search. @throws Refused if one names an unknown field or operator, or does not fit */
    Filter filter(Actor actor, Wish wish) {
        List<Condition> search = wish.search() == null ? List.of() : wish.search();
        if (search.size() > MOST_CONDITIONS) {
            throw new Refused(new Problem.Invalid("search", Rule.TOO_LONG, MOST_CONDITIONS));
        }
        List<Filter> filters = new ArrayList<>();
        for (@Nullable Condition condition : search) {
            if (condition == null) {
                throw Refused.invalid("search", Rule.WRONG_TYPE);
            }
            filters.add(filter(actor, condition));
        }
        return Filter.all(filters);
    }

    private Filter filter(Actor actor, Condition condition) {
        String key = required("field", condition.field());
        String word = required("operator", condition.operator());
        Operator operator = CrmNames.operator(word)
                .orElseThrow(() -> new Refused(
                        new Problem.Invalid("operator", Rule.NOT_A_CHOICE, DraftFilters.shown(word), true)));
        List<String> values = values(key, condition.value());
        if (WayKind.of(key).isPresent()) {
            return wishes.filter(actor, key, several(operator, values), values);
        }
        FieldCatalog catalog = catalogs.of(actor, RecordKind.CUSTOMER);
        Field field = CrmNames.name(catalog, key)
                .flatMap(catalog::find)
                .orElseThrow(() -> Refused.sent(DraftFilters.shown(key), Rule.UNKNOWN));
        if (AGENTS.contains(field.name())) {
            return agent(actor, field.name(), several(operator, values), values);
        }
        Operator fitting = CrmNames.isList(field) && field.type().shape() == Shape.WHOLE ? ofList(operator) : operator;
        boolean list = field.type().shape() == Shape.LIST;
        return wishes.filter(actor, field.name(), list ? fitting : several(fitting, values), values);
    }

    /** Parts are looked for in the document's words, of which the core has one less. */
    private Filter agent(Actor actor, String name, Operator operator, List<String> values) {
        if (!PARTS.contains(operator)) {
            return wishes.filter(
                    actor,
                    name,
                    operator,
                    values.stream().map(CrmNames::agentNamed).toList());
        }
        List<String> app = List.of(CustomerRecordFields.BY_APP);
        Filter others = Filter.all(
                wishes.filter(actor, name, operator, values), wishes.filter(actor, name, Operator.IS_NOT, app));
        return CrmNames.passesApp(operator, values.getFirst())
                ? new Filter.Any(List.of(others, wishes.filter(actor, name, Operator.IS, app)))
                : others;
    }

    /** A list of at most one contains what it is. */
    private static Operator ofList(Operator operator) {
        return switch (operator) {
            case CONTAINS -> Operator.IS;
            case NOT_CONTAINS -> Operator.IS_NOT;
            default -> operator;
        };
    }

    private static Operator several(Operator operator, List<String> values) {
        return values.size() > 1 ? Wishes.ofMany(operator) : operator;
    }

    private static String required(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Refused.invalid("search." + name, Rule.REQUIRED);
        }
        return text;
    }

    private static List<String> values(String key, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            return List.of(text(key, value));
        }
        List<String> values = new ArrayList<>();
        value.forEach(each -> values.add(text(key, each)));
        return values;
    }

    private static String text(String key, JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isNumber()) {
            return DraftFilters.number(DraftFilters.shown(key), value).toPlainString();
        }
        if (!value.isString() && !value.isBoolean()) {
            throw Refused.sent(DraftFilters.shown(key), Rule.WRONG_TYPE);
        }
        return value.asString();
    }
}
