package io.haina.field;

import io.haina.field.FieldType.Shape;
import io.haina.filter.Filter;
import io.haina.filter.Operator;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads conditions, as clients and saved filters write them, as filters that fit their fields. What is compared with an
 * instant means all of the time that it names: a day the whole of it, in the zone of the reader, a time of it its whole second,
 * because whoever writes it so was shown no more. With an offset it is the instant itself.
 */
public final class Conditions {

    private static final int MOST_VALUES = 1000;

    private static final Set<Operator> EVERYWHERE = EnumSet.of(
            Operator.IS, Operator.IS_NOT, Operator.IN, Operator.NOT_IN, Operator.IS_NULL, Operator.IS_NOT_NULL);
    private static final Set<Operator> ORDERED =
            EnumSet.of(Operator.GREATER, Operator.AT_LEAST, Operator.LESS, Operator.AT_MOST, Operator.BETWEEN);
    /** A list has all of several values, or not. */
    private static final Set<Operator> WHOLE_LISTS =
            EnumSet.of(Operator.IS, Operator.IS_NOT, Operator.CONTAINS, Operator.NOT_CONTAINS);

    private static final Set<Operator> NONE = EnumSet.of(Operator.IS_NULL, Operator.IS_NOT_NULL);

    private static final Set<Operator> PARTS =
            EnumSet.of(Operator.CONTAINS, Operator.NOT_CONTAINS, Operator.STARTS_WITH, Operator.ENDS_WITH);

    private final FieldCatalog catalog;
    private final ZoneId zone;

    /**
     * Conditions on the fields of a catalogue.
     *
     * @param zone in which days and times without a zone are meant
     */
    public Conditions(FieldCatalog catalog, ZoneId zone) {
        this.catalog = catalog;
        this.zone = zone;
    }

    /**
     * One condition.
     *
     * @param values texts, none for the null operators, two for a range (either may be empty)
     * @throws Refused if the field is unknown, the operator does not fit it, or a value does not
     */
    public Filter filter(String name, Operator operator, List<String> values) {
        Field field = catalog.field(name);
        if (!fits(field.type().shape(), operator)) {
            throw new Refused(new Problem.Invalid(name, Rule.NOT_A_CHOICE, operator.name()));
        }
        if (values.size() > MOST_VALUES) {
            throw new Refused(new Problem.Invalid(name, Rule.TOO_LONG, MOST_VALUES));
        }
        if (field.type().shape() == Shape.LIST && WHOLE_LISTS.contains(operator)) {
            return new Filter.Match(name, operator, many(field, values));
        }
        count(name, operator, values);
        return switch (operator) {
            case IS_NULL, IS_NOT_NULL -> new Filter.Match(name, operator, List.of());
            case BETWEEN -> between(field, values);
            case CONTAINS, NOT_CONTAINS, STARTS_WITH, ENDS_WITH ->
                new Filter.Match(name, operator, List.of(ValueReader.text(field, values.getFirst())));
            case IN, NOT_IN -> among(field, operator, many(field, values));
            case IS, IS_NOT, GREATER, AT_LEAST, LESS, AT_MOST -> compared(field, operator, values.getFirst());
        };
    }

    /** What a field can be compared by. */
    public static List<Operator> operators(FieldType type) {
        return Stream.of(Operator.values())
                .filter(operator -> fits(type.shape(), operator))
                .toList();
    }

    private static boolean fits(Shape shape, Operator operator) {
        return EVERYWHERE.contains(operator)
                || switch (shape) {
                    case TEXT -> PARTS.contains(operator) || ORDERED.contains(operator);
                    case LIST -> operator == Operator.CONTAINS || operator == Operator.NOT_CONTAINS;
                    case WHOLE, DECIMAL, DATE, INSTANT -> ORDERED.contains(operator);
                    case BOOLEAN, UUID -> false;
                };
    }

    /**
     * Looks how many values there are.
     *
     * @throws Refused if an operator takes another number of them, or all are empty
     */
    public static void count(String name, Operator operator, List<String> values) {
        int most = switch (operator) {
            case IS_NULL, IS_NOT_NULL, IN, NOT_IN -> MOST_VALUES;
            case BETWEEN -> 2;
            default -> 1;
        };
        if (values.size() > most) {
            throw new Refused(new Problem.Invalid(name, Rule.TOO_LONG, most));
        }
        if (!NONE.contains(operator) && values.stream().allMatch(String::isBlank)) {
            throw Refused.invalid(name, Rule.REQUIRED);
        }
        if (operator == Operator.BETWEEN && values.size() < most) {
            throw new Refused(new Problem.Invalid(name, Rule.TOO_SHORT, most));
        }
    }

    private List<?> many(Field field, List<String> values) {
        List<String> given = values.stream().filter(value -> !value.isBlank()).toList();
        if (given.isEmpty()) {
            throw Refused.invalid(field.name(), Rule.REQUIRED);
        }
        return given.stream().map(value -> element(field, value)).toList();
    }

    /** A value to compare with: of a list, one of its elements; options that no longer exist may still be looked for. */
    private Object element(Field field, String value) {
        return switch (field.type()) {
            case CHOICE, MULTI_CHOICE, CASCADE, FILE, EMAIL -> ValueReader.text(field, value);
            case INSTANT -> span(field, value);
            default -> ValueReader.typed(field, value, zone);
        };
    }

    /** A tenant's own times are kept in whole seconds. */
    private Span span(Field field, String value) {
        Instant instant = Moments.instant(field.name(), value, zone);
        if (Moments.isDay(value)) {
            return new Span(instant, instant.atZone(zone).plusDays(1).toInstant());
        }
        ChronoUnit precision = Moments.isExact(value) && !field.isCustom() ? ChronoUnit.MICROS : ChronoUnit.SECONDS;
        Instant start = instant.truncatedTo(precision);
        return new Span(start, start.plus(1, precision));
    }

    private static Filter among(Field field, Operator operator, List<?> values) {
        if (values.size() > 1 || !(values.getFirst() instanceof Span span)) {
            return new Filter.Match(field.name(), operator, values);
        }
        return compared(field, operator == Operator.IN ? Operator.IS : Operator.IS_NOT, span);
    }

    private Filter compared(Field field, Operator operator, String value) {
        Object element = element(field, value);
        return element instanceof Span span
                ? compared(field, operator, span)
                : new Filter.Match(field.name(), operator, List.of(element));
    }

    private static Filter compared(Field field, Operator operator, Span span) {
        Instant start = span.from();
        Instant end = span.until();
        return switch (operator) {
            case IS -> new Filter.During(field.name(), start, end);
            case IS_NOT ->
                new Filter.Any(List.of(
                        new Filter.Match(field.name(), Operator.IS_NULL, List.of()),
                        new Filter.During(field.name(), null, start),
                        new Filter.During(field.name(), end, null)));
            case GREATER -> new Filter.During(field.name(), end, null);
            case AT_LEAST -> new Filter.During(field.name(), start, null);
            case LESS -> new Filter.During(field.name(), null, start);
            default -> new Filter.During(field.name(), null, end);
        };
    }

    private Filter between(Field field, List<String> values) {
        List<Filter> parts = new ArrayList<>();
        String from = values.getFirst();
        String to = values.getLast();
        if (!from.isBlank()) {
            parts.add(compared(field, Operator.AT_LEAST, from));
        }
        if (!to.isBlank()) {
            parts.add(compared(field, Operator.AT_MOST, to));
        }
        return Filter.all(parts);
    }
}
