package io.haina.database;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The pieces of a text by which a search box finds it, as hashes for an inverted index. Each begins with a seed, the tenant
 * for one, so that tenants share no entry of an index. Two texts of one hash are told apart afterwards by comparing the texts
 * themselves.
 */
public final class Grams {

    private static final int DIGITS = 4;
    private static final int MOST_WANTED = 12;

    private Grams() {}

    /** Width and case folded: how searched and searching texts are made comparable. */
    public static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /** What is stored for a text: every character beyond ASCII, every pair but of two digits, every four digits in a row. */
    public static int[] of(long seed, String text) {
        int[] points = text.codePoints().toArray();
        Set<Integer> grams = pieces(seed, points);
        for (int point : points) {
            if (point > 0x7f) {
                grams.add(hash(seed, point));
            }
        }
        return array(grams);
    }

    /** What a text that contains the wanted one must have been stored with; empty if that says nothing about it. */
    public static int[] wanted(long seed, String wanted) {
        int[] points = wanted.codePoints().toArray();
        if (points.length == 1 && points[0] > 0x7f) {
            return new int[] {hash(seed, points[0])};
        }
        int[] pieces = array(pieces(seed, points));
        return pieces.length <= MOST_WANTED ? pieces : Arrays.copyOf(pieces, MOST_WANTED);
    }

    private static Set<Integer> pieces(long seed, int[] points) {
        Set<Integer> pieces = new TreeSet<>();
        int digits = 0;
        for (int i = 0; i < points.length; i++) {
            boolean digit = isDigit(points[i]);
            digits = digit ? digits + 1 : 0;
            if (digits >= DIGITS) {
                pieces.add(hash(seed, Arrays.copyOfRange(points, i - DIGITS + 1, i + 1)));
            }
            if (i > 0 && !(digit && isDigit(points[i - 1]))) {
                pieces.add(hash(seed, points[i - 1], points[i]));
            }
        }
        return pieces;
    }

    private static boolean isDigit(int point) {
        return point >= '0' && point <= '9';
    }

    /** A hash of characters, spread over all values. */
    public static int hash(long seed, int... points) {
        long hash = seed * 0x9E3779B97F4A7C15L + points.length;
        for (int point : points) {
            hash = (hash ^ point) * 0xFF51AFD7ED558CCDL;
            hash ^= hash >>> 32;
        }
        return (int) (hash ^ (hash >>> 29));
    }

    private static int[] array(Set<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
