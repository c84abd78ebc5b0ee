package io.haina.field;

import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses that are stored to be opened later by somebody else. */
public final class Links {

    /** What browsers pass over when they look for a scheme. */
    private static final Pattern PASSED_OVER = Pattern.compile("[\\p{Cntrl}\\s]+");

    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):");
    private static final Set<String> OPENED = Set.of("http", "https");

    private Links() {}

    /**
     * The address itself.
     *
     * @throws Refused if it names another scheme than http and https: a browser would run it and not open it
     */
    public static String checked(String field, String address) {
        Matcher scheme = SCHEME.matcher(PASSED_OVER.matcher(address).replaceAll(""));
        if (scheme.lookingAt() && !OPENED.contains(scheme.group(1).toLowerCase(Locale.ROOT))) {
            throw Refused.invalid(field, Rule.MALFORMED);
        }
        return address;
    }
}
