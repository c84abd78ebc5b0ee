package io.haina.trail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the audit.
 *
 * @param actorId null where the system acted by itself
 * @param kind what was changed: a kind of record, or of something else
 * @param recordName what it is called now, or was; null where it has no name
 * @param gone whether it is about a lead, customer, contact, opportunity or product that is deleted by now
 * @param before what was, as a JSON text; null where there was nothing
 * @param after what is since then
 */
public record TrailLine(
        long id,
        Instant at,
        @Nullable Long actorId,
        @Nullable String actor,
        String action,
        String kind,
        @Nullable Long recordId,
        @Nullable String recordName,
        boolean gone,
        @Nullable String before,
        @Nullable String after) {}
