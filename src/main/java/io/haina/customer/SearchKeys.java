package io.haina.customer;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * The hashes by which a customer is found: pieces of its text for the search box, and its name with characters left out
 * for near names. Each begins with the tenant, so that tenants share no entry of an index. Two texts of one hash are told
 * apart afterwards by comparing the texts themselves.
 */
public final class SearchKeys {

    private static final int DIGITS = 4;
    private static final int PREFIX = 7;
    private static final int MOST_WANTED = 12;

    private SearchKeys() {}

    /** What is stored for a text: every character beyond ASCII, every pair but of two digits, every four digits in a row. */
    public static int[] grams(long tenantId, String text) {
        int[] points = text.codePoints().toArray();
        Set<Integer> grams = pieces(tenantId, points);
        for (int point : points) {
            if (point > 0x7f) {
                grams.add(hash(tenantId, point));
            }
        }
        return array(grams);
    }

    /** What a text that contains the wanted one must have been stored with; empty if that says nothing about it. */
    public static int[] wanted(long tenantId, String wanted) {
        int[] points = wanted.codePoints().toArray();
        if (points.length == 1 && points[0] > 0x7f) {
            return new int[] {hash(tenantId, points[0])};
        }
        int[] pieces = array(pieces(tenantId, points));
        return pieces.length <= MOST_WANTED ? pieces : Arrays.copyOf(pieces, MOST_WANTED);
    }

    /**
     * The core name with up to two characters left out, of its first seven: two names within two edits of each other share
     * one of these. The first two characters are never both left out, for they make the brand.
     */
    public static int[] near(long tenantId, String core) {
        return near(tenantId, core, 2);
    }

    /** As {@link #near(long, String)}, with up to so many characters left out. */
    static int[] near(long tenantId, String core, int leftOut) {
        int[] points = core.codePoints().limit(PREFIX).toArray();
        Set<Integer> keys = new TreeSet<>();
        keys.add(hash(tenantId, points));
        for (int i = 0; leftOut >= 1 && points.length > 1 && i < points.length; i++) {
            int[] one = without(points, i);
            keys.add(hash(tenantId, one));
            for (int j = Math.max(i, 1); leftOut >= 2 && one.length > 1 && j < one.length; j++) {
                keys.add(hash(tenantId, without(one, j)));
            }
        }
        return array(keys);
    }

    private static Set<Integer> pieces(long tenantId, int[] points) {
        Set<Integer> pieces = new TreeSet<>();
        int digits = 0;
        for (int i = 0; i < points.length; i++) {
            boolean digit = isDigit(points[i]);
            digits = digit ? digits + 1 : 0;
            if (digits >= DIGITS) {
                pieces.add(hash(tenantId, Arrays.copyOfRange(points, i - DIGITS + 1, i + 1)));
            }
            if (i > 0 && !(digit && isDigit(points[i - 1]))) {
                pieces.add(hash(tenantId, points[i - 1], points[i]));
            }
        }
        return pieces;
    }

    private static boolean isDigit(int point) {
        return point >= '0' && point <= '9';
    }

    private static int[] without(int[] points, int index) {
        int[] rest = new int[points.length - 1];
        System.arraycopy(points, 0, rest, 0, index);
        System.arraycopy(points, index + 1, rest, index, rest.length - index);
        return rest;
    }

    private static int hash(long tenantId, int... points) {
        long hash = tenantId * 0x9E3779B97F4A7C15L + points.length;
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
