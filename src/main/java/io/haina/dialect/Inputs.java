package io.haina.dialect;

import io.haina.field.Texts;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What clients send as text, read as what it should be. Names are those of the document, so that the client recognises
 * them in an answer; null and empty mean that nothing was sent.
 */
public final class Inputs {

    /** The longest text that narrows a list. */
    private static final int LONGEST_WISH = 200;

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern INTEGER_FORM = Pattern.compile("[+-]?[0-9]+");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate FIRST_DATE = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(2999, 12, 31);

    private Inputs() {}

    /**
     * A text that narrows a list, trimmed.
     *
     * @throws Refused if it is too long or holds a control character
     */
    public static @Nullable String text(String name, @Nullable String value) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            return null;
        }
        Texts.checked(name, text, LONGEST_WISH);
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw Refused.invalid(name, Rule.FORBIDDEN_CHARACTER);
        }
        return text;
    }

    /**
     * A whole number, or what stands for none.
     *
     * @throws Refused if it is no number, or none that an int holds
     */
    public static int integer(String name, @Nullable String value, int otherwise) {
        String text = text(name, value);
        if (text == null) {
            return otherwise;
        }
        if (!INTEGER_FORM.matcher(text).matches()) {
            throw Refused.invalid(name, Rule.WRONG_TYPE);
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Refused.invalid(name, Rule.OUT_OF_RANGE);
        }
    }

    /**
     * A calendar day, {@code yyyy-MM-dd}.
     *
     * @throws Refused if it is none
     */
    public static @Nullable LocalDate date(String name, @Nullable String value) {
        String text = text(name, value);
        if (text == null) {
            return null;
        }
        LocalDate date;
        try {
            date = LocalDate.parse(text, DATE);
        } catch (DateTimeParseException e) {
            throw Refused.invalid(name, Rule.MALFORMED);
        }
        if (date.isBefore(FIRST_DATE) || date.isAfter(LAST_DATE)) {
            throw new Refused(new Problem.Invalid(name, Rule.OUT_OF_RANGE));
        }
        return date;
    }

    /**
     * A record's public id, which must be there.
     *
     * @throws Refused if it is missing or none
     */
    public static UUID uuid(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Refused.invalid(name, Rule.REQUIRED);
        }
        if (!UUID_FORM.matcher(value).matches()) {
            throw Refused.invalid(name, Rule.MALFORMED);
        }
        return UUID.fromString(value);
    }
}
