package io.haina.stats;

import io.haina.field.RecordKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person had best do today.
 *
 * @param followUps what the person holds and said to follow up today or earlier, and has not since: today's first, then the
 *     latest ones; at most {@value #MOST_FOLLOW_UPS}
 * @param expiring the person's protections that end soon, the soonest first, at most {@value Dashboard#MAXIMUM_EXPIRING}
 * @param matches customers in pools that the person sees, alike in industry or region to most that the person holds; those
 *     alike in both first, then the last released; at most {@value #MOST_MATCHES}
 */
public record Agenda(List<FollowUp> followUps, List<Expiring> expiring, List<Match> matches) {

    /** How many records to follow up are shown. */
    public static final int MOST_FOLLOW_UPS = 20;

    /** How many customers of pools are shown. */
    public static final int MOST_MATCHES = 10;

    /**
     * A record to follow up.
     *
     * @param overdue whether that was to be before today, by the tenant's zone
     */
    public record FollowUp(RecordKind kind, long id, String name, Instant nextContactAt, boolean overdue) {}

    /** A customer that nobody holds. */
    public record Match(
            long id,
            String name,
            @Nullable String industry,
            @Nullable String region,
            Instant pooledAt,
            boolean sameIndustry,
            boolean sameRegion) {}
}
