package io.haina.customer;

import io.haina.database.Grams;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** The hashes by which near names meet: a core name with characters left out. Each begins with the tenant. */
public final class NearKeys {

    private static final int PREFIX = 7;

    private NearKeys() {}

    /**
     * The core name with up to two characters left out, of its first seven: two names within two edits of each other share
     * one of these. The first two characters are never both left out, for they make the brand.
     */
    public static int[] of(long tenantId, String core) {
        return of(tenantId, core, 2);
    }

    /** As {@link #of(long, String)}, with up to so many characters left out. */
    static int[] of(long tenantId, String core, int leftOut) {
        int[] points = core.codePoints().limit(PREFIX).toArray();
        Set<Integer> keys = new TreeSet<>();
        keys.add(Grams.hash(tenantId, points));
        for (int i = 0; leftOut >= 1 && points.length > 1 && i < points.length; i++) {
            int[] one = without(points, i);
            keys.add(Grams.hash(tenantId, one));
            for (int j = Math.max(i, 1); leftOut >= 2 && one.length > 1 && j < one.length; j++) {
                keys.add(Grams.hash(tenantId, without(one, j)));
            }
        }
        return array(keys);
    }

    /** Those of {@link #of(long, String)} that need two characters left out. */
    static int[] ofTwo(long tenantId, String core) {
        int[] nearer = of(tenantId, core, 1);
        return Arrays.stream(of(tenantId, core))
                .filter(key -> Arrays.binarySearch(nearer, key) < 0)
                .toArray();
    }

    private static int[] without(int[] points, int index) {
        int[] rest = new int[points.length - 1];
        System.arraycopy(points, 0, rest, 0, index);
        System.arraycopy(points, index + 1, rest, index, rest.length - index);
        return rest;
    }

    private static int[] array(Set<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
