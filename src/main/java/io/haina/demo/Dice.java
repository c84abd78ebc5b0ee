package io.haina.demo;

import java.util.List;

/**
 * Chance that is the same in every run, on every Java: SplitMix64, with a stream of its own for each thing that is
 * diced, so that one thing more in a life does not change all lives after it.
 */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed, long stream) {
        state = mix(mix(seed) + GOLDEN * (stream + 1));
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** From 0 to below the bound, which is positive. */
    int below(int bound) {
        return (int) Math.unsignedMultiplyHigh(next(), bound);
    }

    /** Both ends included; the first if they are not in order. */
    long between(long first, long last) {
        return last <= first ? first : first + Math.unsignedMultiplyHigh(next(), last - first + 1);
    }

    /** From 0 to below 1. */
    double fraction() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return fraction() < probability;
    }

    <T> T pick(List<T> list) {
        return list.get(below(list.size()));
    }

    /** As {@link #pick}, but what stands first in the list comes more often. */
    <T> T pickEarly(List<T> list) {
        double fraction = fraction();
        return list.get((int) (list.size() * fraction * Math.sqrt(fraction)));
    }

    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
