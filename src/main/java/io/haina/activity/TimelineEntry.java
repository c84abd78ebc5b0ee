package io.haina.activity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was written down about a record: what was done, or what is wanted.
 *
 * @param customer whose it is; null for a lead's
 * @param kind null for a demand
 * @param category what the company calls this way of being in touch; null where only the kind was said
 * @param content what came of it, or what is wanted; empty where nothing was said
 * @param nextContactAt what was agreed for the next time; null for nothing
 * @param attachment the address of a file beside it; null for none
 * @param by who wrote it down
 * @param followers who took part, in the order in which they were named; empty where nobody was
 * @param contacts with whom, or whom it was about besides; only those that the reader may see
 * @param opportunities what it was about; only those that the reader may see
 */
public record TimelineEntry(
        JournalKind journal,
        long id,
        @Nullable Named customer,
        @Nullable ActivityKind kind,
        @Nullable String category,
        String content,
        @Nullable String note,
        @Nullable String nextPlan,
        @Nullable Instant nextContactAt,
        Instant happenedAt,
        Instant createdAt,
        @Nullable String attachment,
        Named by,
        List<Named> followers,
        List<Named> contacts,
        List<Named> opportunities) {

    public TimelineEntry {
        followers = List.copyOf(followers);
        contacts = List.copyOf(contacts);
        opportunities = List.copyOf(opportunities);
    }
}
