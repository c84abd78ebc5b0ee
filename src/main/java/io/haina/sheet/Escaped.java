package io.haina.sheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that XML cannot hold stand in a sheet as {@code _x000D_}. */
final class Escaped {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private Escaped() {}

    static String plain(CharSequence text) {
        if (text.length() < 7 || text.toString().indexOf("_x") < 0) {
            return text.toString();
        }
        Matcher matcher = ESCAPE.matcher(text);
        return CellText.storable(matcher.replaceAll(
                found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16)))));
    }

    /** The same text so that no reader takes a part of it for an escape, and no parser a return for a line end. */
    static String escaped(String text) {
        String safe = text.indexOf("_x") < 0
                ? text
                : ESCAPE.matcher(text).replaceAll(found -> "_x005F" + Matcher.quoteReplacement(found.group()));
        return safe.replace("\r", "_x000D_");
    }
}
