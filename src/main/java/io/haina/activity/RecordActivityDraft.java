package io.haina.activity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up as it came in; checked by {@link RecordActivities}.
 *
 * @param category what the company calls this way of being in touch, kept as it is given
 * @param nextPlan what is to be done next; null for nothing said
 * @param nextContactAt when the record is to be followed up next; null leaves what was said before
 * @param contacts whom it was about as well
 * @param opportunities what it was about as well
 */
public record RecordActivityDraft(
        ActivityKind kind,
        @Nullable String category,
        @Nullable String content,
        @Nullable String nextPlan,
        @Nullable Instant nextContactAt,
        List<Long> contacts,
        List<Long> opportunities) {

    public RecordActivityDraft {
        contacts = List.copyOf(contacts);
        opportunities = List.copyOf(opportunities);
    }
}
