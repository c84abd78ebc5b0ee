package io.haina.demo;

/** A set of a known size without boxes: a million names fit in 16 MB. */
final class LongSet {

    private final long[] slots;
    private boolean hasZero;

    LongSet(int expected) {
        slots = new long[Integer.highestOneBit(Math.max(16, expected)) * 4];
    }

    /** Whether the value was new. */
    boolean add(long value) {
        if (value == 0) {
            boolean added = !hasZero;
            hasZero = true;
            return added;
        }
        int mask = slots.length - 1;
        for (int slot = Long.hashCode(value * 0x9E3779B97F4A7C15L) & mask; ; slot = (slot + 1) & mask) {
            if (slots[slot] == value) {
                return false;
            }
            if (slots[slot] == 0) {
                slots[slot] = value;
                return true;
            }
        }
    }
}
