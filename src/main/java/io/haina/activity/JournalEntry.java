package io.haina.activity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the {@link Journal}.
 *
 * @param contact with whom; where the entry names nobody, the customer's primary contact; null for a customer without contacts
 * @param contactName null for a contact without a name
 * @param contactNickname what the contact is called; null where nobody noted it
 * @param kind null for a demand
 * @param content what came of it, or what is wanted; empty where nothing was said
 * @param attachment the address of a file beside it; null for none
 * @param operator who wrote it down, a staff member's id
 * @param followers the ids of those who took part, in the order in which they were named; the operator where nobody was
 */
public record JournalEntry(
        long id,
        long customer,
        String customerName,
        @Nullable Long contact,
        @Nullable String contactName,
        @Nullable String contactNickname,
        @Nullable ActivityKind kind,
        String content,
        @Nullable String attachment,
        @Nullable String note,
        long operator,
        List<Long> followers,
        Instant happenedAt,
        Instant createdAt) {

    public JournalEntry {
        followers = List.copyOf(followers);
    }
}
