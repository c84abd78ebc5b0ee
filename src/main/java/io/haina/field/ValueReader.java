package io.haina.field;

import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what came in, as text or JSON has it, as what a field holds. */
final class ValueReader {

    private static final int LONGEST_NUMBER = 40;
    private static final int MOST_CHOICES = 200;
    private static final int TEXT_LENGTH = 500;
    private static final BigDecimal LARGEST = new BigDecimal("9999999999999999.9999");
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,20}(\\.[0-9]{0,10})?|[+-]?\\.[0-9]{1,10}");
    /** With a comma before every three digits; elsewhere a comma may well be meant as the point. */
    private static final Pattern GROUPED = Pattern.compile("[+-]?[0-9]{1,3}(,[0-9]{3}){1,6}(\\.[0-9]{0,10})?");

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,100}@[^@\\s]{1,200}");

    private ValueReader() {}

    /**
     * The value, or null where there is none.
     *
     * @throws Refused if it is none that the field takes, or missing though required
     */
    static @Nullable Object read(Field field, @Nullable Object raw, ZoneId zone) {
        Object value = readOptional(field, raw, zone);
        if (value == null && field.required()) {
            throw Refused.invalid(field.name(), Rule.REQUIRED);
        }
        return value;
    }

    /** As {@link #read}, and nothing may be missing. */
    static @Nullable Object readOptional(Field field, @Nullable Object raw, ZoneId zone) {
        return present(raw) ? typed(field, raw, zone) : null;
    }

    private static boolean present(@Nullable Object raw) {
        return switch (raw) {
            case null -> false;
            case String text -> !text.isBlank();
            case Collection<?> list -> !list.isEmpty();
            default -> true;
        };
    }

    /** One value, as a condition compares with it. */
    static Object typed(Field field, @Nullable Object raw, ZoneId zone) {
        return switch (field.type()) {
            case TEXT, TEXTAREA, ADDRESS, MOBILE -> text(field, raw);
            case EMAIL -> email(field, raw);
            case CHOICE -> choice(field, text(field, raw));
            case MULTI_CHOICE ->
                list(field, raw).stream().map(each -> choice(field, each)).toList();
            case CASCADE -> Cascade.path(field, steps(field, raw));
            case FILE ->
                list(field, raw).stream()
                        .map(each -> uuid(field, each).toString())
                        .toList();
            case NUMBER, STAFF, DEPARTMENT, RECORD -> whole(field, text(field, raw));
            case DECIMAL -> decimal(field, text(field, raw), 4);
            case MONEY -> decimal(field, text(field, raw), 2);
            case DATE -> Moments.date(field.name(), text(field, raw));
            case INSTANT -> Moments.instant(field.name(), text(field, raw), zone);
            case BOOLEAN -> truth(field, text(field, raw));
            case UUID -> uuid(field, text(field, raw));
        };
    }

    static String text(Field field, @Nullable Object raw) {
        String text = switch (raw) {
            case String each -> each.strip();
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case null, default -> throw Refused.invalid(field.name(), Rule.WRONG_TYPE);
        };
        int most = field.maximumLength() > 0 ? field.maximumLength() : TEXT_LENGTH;
        return Texts.checked(field.name(), text, most);
    }

    private static String email(Field field, @Nullable Object raw) {
        String text = text(field, raw);
        if (field.isCustom() && !EMAIL.matcher(text).matches()) {
            throw Refused.invalid(field.name(), Rule.MALFORMED);
        }
        return text;
    }

    /** A built-in choice only suggests its options: other contracts write the same column freely. */
    private static String choice(Field field, String text) {
        if (field.isCustom() && !field.rules().options().contains(text)) {
            throw Refused.invalid(field.name(), Rule.NOT_A_CHOICE);
        }
        return text;
    }

    private static List<String> list(Field field, @Nullable Object raw) {
        List<String> list = new ArrayList<>();
        if (raw instanceof Collection<?> many) {
            many.forEach(each -> list.add(text(field, each)));
        } else {
            for (String part : text(field, raw).split(",", -1)) {
                if (!part.isBlank()) {
                    list.add(part.strip());
                }
            }
        }
        if (list.size() > MOST_CHOICES) {
            throw new Refused(new Problem.Invalid(field.name(), Rule.TOO_LONG, MOST_CHOICES));
        }
        return list.stream().distinct().toList();
    }

    /** The levels of a path: a list, or one text with {@code /} or commas between them. */
    private static List<String> steps(Field field, @Nullable Object raw) {
        if (raw instanceof Collection<?> many) {
            return many.stream().map(each -> text(field, each)).toList();
        }
        String text = text(field, raw);
        String between = text.contains(Cascade.BETWEEN) ? Cascade.BETWEEN : ",";
        return Stream.of(text.split(between, -1)).map(String::strip).toList();
    }

    private static Long whole(Field field, String text) {
        String digits = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        if (!WHOLE.matcher(digits).matches()) {
            throw Refused.invalid(field.name(), Rule.WRONG_TYPE);
        }
        return Long.valueOf(digits);
    }

    private static BigDecimal decimal(Field field, String text, int scale) {
        String plain = GROUPED.matcher(text).matches() ? text.replace(",", "") : text;
        if (plain.length() > LONGEST_NUMBER || !DECIMAL.matcher(plain).matches()) {
            throw Refused.invalid(field.name(), Rule.WRONG_TYPE);
        }
        BigDecimal number = new BigDecimal(plain);
        if (number.stripTrailingZeros().scale() > scale) {
            throw Refused.invalid(field.name(), Rule.MALFORMED);
        }
        if (number.abs().compareTo(LARGEST) > 0) {
            throw Refused.invalid(field.name(), Rule.OUT_OF_RANGE);
        }
        return number.setScale(
                scale == 2 ? 2 : Math.max(0, number.stripTrailingZeros().scale()));
    }

    private static Boolean truth(Field field, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "是", "yes" -> true;
            case "false", "0", "否", "no" -> false;
            default -> throw Refused.invalid(field.name(), Rule.WRONG_TYPE);
        };
    }

    private static UUID uuid(Field field, String text) {
        try {
            if (text.length() == 36) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            throw Refused.invalid(field.name(), Rule.MALFORMED);
        }
        throw Refused.invalid(field.name(), Rule.MALFORMED);
    }
}
