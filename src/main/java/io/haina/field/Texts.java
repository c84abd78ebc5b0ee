package io.haina.field;

import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;

/** The rules that every text obeys, whichever field it goes to. */
public final class Texts {

    private Texts() {}

    /**
     * The text itself.
     *
     * @param maximumLength in code points; 0 for no limit
     * @throws Refused if it is longer, or holds NUL, another control character than tab and line ends, or half a surrogate
     *     pair: PostgreSQL or a client could not show it
     */
    public static String checked(String field, String text, int maximumLength) {
        if (maximumLength > 0 && text.codePointCount(0, text.length()) > maximumLength) {
            throw new Refused(new Problem.Invalid(field, Rule.TOO_LONG, maximumLength));
        }
        if (!isStorable(text)) {
            throw Refused.invalid(field, Rule.FORBIDDEN_CHARACTER);
        }
        return text;
    }

    /** Whether a text holds only what is kept and shown: see {@link #checked}. */
    public static boolean isStorable(String text) {
        return text.codePoints().allMatch(Texts::storable);
    }

    /** Whether a reader sees anything of it: not so for blanks, joiners, soft hyphens and marks on nothing. */
    static boolean isVisible(String text) {
        return text.codePoints().anyMatch(point -> switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.UNASSIGNED -> false;
            default -> true;
        });
    }

    /** Whether it is one line without tabs. */
    static boolean isLine(String text) {
        return text.codePoints().noneMatch(point -> switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        });
    }

    private static boolean storable(int codePoint) {
        if (codePoint == '\t' || codePoint == '\n' || codePoint == '\r') {
            return true;
        }
        int type = Character.getType(codePoint);
        return type != Character.CONTROL && type != Character.SURROGATE;
    }
}
