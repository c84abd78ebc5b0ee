package io.haina.activity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One follow-up of a record of any kind.
 *
 * @param category what the company calls this way of being in touch; null where only the kind was said
 * @param nextContactAt what was agreed for the next time; null for nothing
 * @param contacts whom it was about besides, by id
 * @param opportunities what it was about besides, by id
 */
public record RecordActivity(
        long id,
        UUID uuid,
        ActivityKind kind,
        @Nullable String category,
        String content,
        @Nullable Instant nextContactAt,
        long staffId,
        String staffName,
        Instant happenedAt,
        List<Long> contacts,
        List<Long> opportunities) {

    public RecordActivity {
        contacts = List.copyOf(contacts);
        opportunities = List.copyOf(opportunities);
    }
}
