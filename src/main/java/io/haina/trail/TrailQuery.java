package io.haina.trail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the audit are wanted; what is null narrows nothing.
 *
 * @param record of meaning with a kind only
 * @param action as the audit calls it, or its beginning before a point
 * @param from the first moment
 * @param until the first moment no more
 */
public record TrailQuery(
        @Nullable String kind,
        @Nullable Long record,
        @Nullable Long actor,
        @Nullable String action,
        @Nullable Instant from,
        @Nullable Instant until) {}
