package io.haina.trail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a record, as its reader may know it.
 *
 * @param actorId null where the system acted by itself
 * @param action what the audit calls it
 * @param before what is otherwise since then, by the names of the reader's fields, each as its type's shape says; null where
 *     there was nothing
 * @param after what is since then; null where there is nothing
 * @param members by the number of the person: the power that was given or taken; of changes of members
 * @param contacts the contacts that were linked, or are so no more; of changes of links
 */
public record HistoryLine(
        long id,
        Instant at,
        @Nullable Long actorId,
        @Nullable String actor,
        String action,
        @Nullable Map<String, @Nullable Object> before,
        @Nullable Map<String, @Nullable Object> after,
        Map<Long, String> members,
        List<Long> contacts) {}
