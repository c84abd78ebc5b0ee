package io.haina.integration;

import io.haina.access.Actor;
import io.haina.catalog.Catalogs;
import io.haina.catalog.CommonFields;
import io.haina.customer.CustomerFields;
import io.haina.customer.CustomerNames;
import io.haina.customer.CustomerRecordFields;
import io.haina.customer.WayKind;
import io.haina.field.Conditions;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.field.Texts;
import io.haina.filter.Filter;
import io.haina.filter.Operator;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Conditions on customers as other systems state them, on fields and on the ways to reach a customer; where an index knows
 * something that follows from a condition, the filter says that too.
 */
@Component
public class Wishes {

    private static final int MOST_VALUES = 1000;
    private static final int LONGEST = 500;
    private static final Set<Operator> NONE = Set.of(Operator.IS_NULL, Operator.IS_NOT_NULL);

    private final Catalogs catalogs;

    Wishes(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    /**
     * One condition.
     *
     * @param name of a core field, or the key of a {@link WayKind}
     * @param values none for the null operators, two for a range (either may be empty)
     * @throws Refused if the field is unknown, the operator does not fit it, or a value does not
     */
    public Filter filter(Actor actor, String name, Operator operator, List<String> values) {
        Optional<WayKind> way = WayKind.of(name);
        if (way.isPresent()) {
            return found(name, operator, values, reached(way.get(), operator, values));
        }
        FieldCatalog catalog = catalogs.of(actor, RecordKind.CUSTOMER);
        Filter exact = new Conditions(catalog, actor.tenant().zone()).filter(name, operator, values);
        return switch (name) {
            case CustomerFields.NAME -> found(name, operator, values, named(operator, values, exact));
            case CommonFields.OWNER_ID -> held(operator, exact);
            case CustomerRecordFields.POOL_ID -> pooled(operator, exact);
            default -> exact;
        };
    }

    private static Filter reached(WayKind kind, Operator operator, List<String> values) {
        String name = kind.key();
        if (values.size() > MOST_VALUES) {
            throw new Refused(new Problem.Invalid(name, Rule.TOO_LONG, MOST_VALUES));
        }
        List<String> given = values.stream()
                .map(value -> Texts.checked(name, value.strip(), LONGEST))
                .filter(value -> operator == Operator.BETWEEN || !value.isEmpty())
                .toList();
        Conditions.count(name, operator, given);
        return new Filter.Reached(name, operator, NONE.contains(operator) ? List.of() : given);
    }

    /** The names of one key are few, and an index has the keys. */
    private static Filter named(Operator operator, List<String> values, Filter exact) {
        if (operator != Operator.IS && operator != Operator.IN) {
            return exact;
        }
        List<String> keys = values.stream()
                .filter(value -> !value.isBlank())
                .map(value -> CustomerNames.key(value.strip()))
                .distinct()
                .toList();
        return Filter.all(new Filter.Match(CustomerRecordFields.NAME_KEY, Operator.IN, keys), exact);
    }

    /** Digits and ideographs are searched for as they are written, so the search box's index knows where they stand. */
    private static Filter found(String name, Operator operator, List<String> values, Filter exact) {
        boolean part = operator == Operator.CONTAINS || operator == Operator.STARTS_WITH;
        boolean searched = name.equals(CustomerFields.NAME) || name.equals(WayKind.MOBILE.key());
        if (!part || !searched) {
            return exact;
        }
        String text = values.getFirst().strip();
        int points = text.codePointCount(0, text.length());
        return points > 1 && text.codePoints().allMatch(Wishes::isFoundAsWritten)
                ? Filter.all(new Filter.Search(text), exact)
                : exact;
    }

    private static boolean isFoundAsWritten(int point) {
        return (point >= '0' && point <= '9') || (point >= 0x4e00 && point <= 0x9fff);
    }

    private static Filter held(Operator operator, Filter exact) {
        return switch (operator) {
            case IS ->
                exact instanceof Filter.Match match
                        ? new Filter.HeldBy((Long) match.values().getFirst())
                        : exact;
            case IS_NULL -> new Filter.InPool();
            case IS_NOT_NULL -> new Filter.Held();
            default -> exact;
        };
    }

    private static Filter pooled(Operator operator, Filter exact) {
        return switch (operator) {
            case IS ->
                exact instanceof Filter.Match match
                        ? new Filter.InPoolOf((Long) match.values().getFirst())
                        : exact;
            case IS_NULL -> new Filter.Held();
            case IS_NOT_NULL -> new Filter.InPool();
            default -> exact;
        };
    }

    /** Whether an operator compares with one value where several could be meant. */
    public static Operator ofMany(Operator operator) {
        return switch (operator) {
            case IS -> Operator.IN;
            case IS_NOT -> Operator.NOT_IN;
            default -> operator;
        };
    }
}
