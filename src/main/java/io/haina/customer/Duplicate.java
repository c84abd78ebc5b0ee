package io.haina.customer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer that stands in the way of a report, with no more of it than the reporter may know.
 *
 * @param exact the same name once case, width, white space and punctuation are folded; else a near name
 * @param ownerName who holds it; null in the pool
 * @param pooled nobody holds it: it can be claimed
 */
public record Duplicate(
        boolean exact,
        long id,
        UUID uuid,
        String name,
        @Nullable String ownerName,
        @Nullable String team,
        Instant reportedAt,
        boolean pooled) {}
