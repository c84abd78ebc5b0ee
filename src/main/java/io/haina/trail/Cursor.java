package io.haina.trail;

import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the feed of changes.
 *
 * @param transaction the database's number of the transaction, which never comes again
 * @param line the audit's line in it, behind which the place is
 */
public record Cursor(long transaction, long line) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");

    /** A place as it was told. @throws Refused if it is none of ours */
    public static Cursor of(String field, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw Refused.invalid(field, Rule.MALFORMED);
        }
        return new Cursor(Long.parseLong(form.group(1)), Long.parseLong(form.group(2)));
    }

    @Override
    public String toString() {
        return transaction + "-" + line;
    }
}
