package io.haina.staff;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A user name or phone number as it is compared: two that look alike to a person are one. */
final class SignInName {

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 -]*");
    private static final Pattern SEPARATOR = Pattern.compile("[ -]");

    private SignInName() {}

    /** Width and case folded, trimmed; a phone number without the spaces and dashes that people write into it. */
    static String fold(String name) {
        String folded = Normalizer.normalize(name.strip(), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
        return NUMBER.matcher(folded).matches() ? SEPARATOR.matcher(folded).replaceAll("") : folded;
    }
}
