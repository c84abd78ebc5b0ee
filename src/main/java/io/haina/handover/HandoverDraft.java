package io.haina.handover;

import org.jspecify.annotations.Nullable;

/**
 * An order to hand over what a person holds. At least one of {@code to} and {@code pool} is named.
 *
 * @param to who gets it; with a pool too, who gets what a pool does not take
 * @param pool where the customers go that are neither won nor locked; null for none
 * @param disable whether the leaver may sign in no more from that moment on
 */
public record HandoverDraft(
        long leaver, @Nullable Long to, @Nullable Long pool, boolean disable) {

    /** Everything to one person, who gets it all; the leaver may still sign in. */
    public static HandoverDraft to(long leaver, long person) {
        return new HandoverDraft(leaver, person, null, false);
    }
}
