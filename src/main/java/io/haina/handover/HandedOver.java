package io.haina.handover;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A handover that was made.
 *
 * @param to null where all went into a pool
 * @param pool null where nothing was for a pool
 * @param disabled whether the leaver was disabled with it
 * @param moved how much of each kind; kinds of which there was nothing are left out
 * @param undone null while it stands
 */
public record HandedOver(
        long id,
        Party leaver,
        @Nullable Party to,
        @Nullable Party pool,
        boolean disabled,
        Party by,
        Instant at,
        Map<Possession, Long> moved,
        @Nullable Undone undone) {

    /** A person or a pool, by number and name. */
    public record Party(long id, String name) {}

    /**
     * That and how it was undone.
     *
     * @param returned how much of each kind the leaver, or whoever had it, has again
     * @param left how much of each kind stayed, because its owner has changed since, it was deleted, or is decided
     */
    public record Undone(Party by, Instant at, Map<Possession, Long> returned, Map<Possession, Long> left) {}
}
