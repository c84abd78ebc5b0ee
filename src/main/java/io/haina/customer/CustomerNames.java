package io.haina.customer;

import io.haina.database.Grams;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How names of companies are compared: the same, and near. */
public final class CustomerNames {

    private static final List<String> LEGAL_FORMS = List.of(
            "股份有限公司",
            "有限责任公司",
            "集团有限公司",
            "有限公司",
            "股份公司",
            "集团公司",
            "总公司",
            "分公司",
            "公司",
            "集团",
            "股份",
            "coltd",
            "limited",
            "ltd",
            "inc",
            "corporation",
            "corp",
            "llc",
            "gmbh");
    private static final int SHORTEST_CORE = 2;

    private CustomerNames() {}

    /**
     * The name as the duplicate check sees it: NFKC, lower case, letters and digits only. Two names of one key are the same
     * customer. A name without letters or digits stands for itself.
     */
    public static String key(String name) {
        String folded = Grams.fold(name);
        StringBuilder key = new StringBuilder(folded.length());
        folded.codePoints().filter(CustomerNames::counts).forEach(key::appendCodePoint);
        return key.isEmpty() ? folded : key.toString();
    }

    private static boolean counts(int point) {
        return Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK;
    }

    /** The key without legal form and place: what is left is the company's own. Never shorter than two characters. */
    public static String core(String name) {
        String core = withoutLegalForm(key(name));
        core = Places.withoutPrefix(core, SHORTEST_CORE);
        core = Places.withoutSuffix(core, SHORTEST_CORE);
        return withoutLegalForm(core);
    }

    private static String withoutLegalForm(String name) {
        for (String form : LEGAL_FORMS) {
            if (name.endsWith(form) && name.length() - form.length() >= SHORTEST_CORE) {
                return withoutLegalForm(name.substring(0, name.length() - form.length()));
            }
        }
        return name;
    }

    /** The text that the search box looks through: name, primary contact and phone number, folded. */
    public static String searchText(String name, @Nullable String contactName, @Nullable String contactPhone) {
        return Grams.fold(name
                + '\n'
                + (contactName == null ? "" : contactName)
                + '\n'
                + (contactPhone == null ? "" : contactPhone));
    }

    /**
     * Whether two core names are near: of at most three characters one may differ, of more two; of two, none. Two differing
     * characters must leave one of the first two in its place, for these make the brand: two companies that share only their
     * trade are not near.
     */
    static boolean near(String core, String other) {
        int distance = distance(core, other);
        int longest = Math.max(length(core), length(other));
        return switch (distance) {
            case 0 -> true;
            case 1 -> longest > 2;
            case 2 -> longest > 3 && sharesBrand(core, other);
            default -> false;
        };
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean sharesBrand(String core, String other) {
        String tail = afterFirst(core);
        String otherTail = afterFirst(other);
        return core.codePointAt(0) == other.codePointAt(0)
                || (!tail.isEmpty()
                        && !otherTail.isEmpty()
                        && tail.codePointAt(0) == otherTail.codePointAt(0)
                        && distance(tail, otherTail) <= 1);
    }

    private static String afterFirst(String text) {
        return text.substring(text.offsetByCodePoints(0, 1));
    }

    /** Characters to insert, leave out or replace between two names. */
    static int distance(String one, String other) {
        int[] a = one.codePoints().toArray();
        int[] b = other.codePoints().toArray();
        int[] row = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length];
    }
}
