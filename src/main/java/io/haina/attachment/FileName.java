package io.haina.attachment;

import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a sent file: only ever shown, never used as a path here, and harmless as one where it is saved. */
final class FileName {

    static final String FIELD = "fileName";
    static final int MAXIMUM_LENGTH = 255;

    /** Control and invisible formatting characters, halves of surrogate pairs, and what no file system takes. */
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}:*?\"<>|]");

    private FileName() {}

    /** The last part of a path without what no name holds; {@link Refused} if nothing is left, or too much. */
    static String checked(@Nullable String sent) {
        String path = sent == null ? "" : sent.replace('\\', '/');
        String last = path.substring(path.lastIndexOf('/') + 1);
        String name = UNWANTED.matcher(Normalizer.normalize(last, Normalizer.Form.NFC))
                .replaceAll("")
                .strip();
        if (name.isEmpty() || name.chars().allMatch(character -> character == '.')) {
            throw Refused.invalid(FIELD, Rule.REQUIRED);
        }
        if (name.codePointCount(0, name.length()) > MAXIMUM_LENGTH) {
            throw new Refused(new Problem.Invalid(FIELD, Rule.TOO_LONG, MAXIMUM_LENGTH));
        }
        return name;
    }
}
