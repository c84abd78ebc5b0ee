package io.haina.activity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the {@link Journal} as it came in. In a change, what is null stays as it is, and an empty text empties.
 *
 * @param customer must be the contact's; null for whichever that is
 * @param followers who took part; at least one, all of them people of the company
 * @param happenedAt required in a new entry
 * @param kind required in a new activity; null in a demand
 * @param content required in a demand
 * @param attachment the address of a file: without a scheme, or http or https
 */
public record JournalDraft(
        JournalKind journal,
        long contact,
        @Nullable Long customer,
        List<Long> followers,
        @Nullable Instant happenedAt,
        @Nullable ActivityKind kind,
        @Nullable String content,
        @Nullable String attachment,
        @Nullable String note) {

    public JournalDraft {
        followers = List.copyOf(followers);
    }
}
