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

    private static boolean storable(int codePoint) {
        if (codePoint == '\t' || codePoint == '\n' || codePoint == '\r') {
            return true;
        }
        int type = Character.getType(codePoint);
        return type != Character.CONTROL && type != Character.SURROGATE;
    }
}
