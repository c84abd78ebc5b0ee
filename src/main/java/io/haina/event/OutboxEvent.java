package io.haina.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as subscribers are told.
 *
 * @param id unique in the tenant and rising with time: by it a subscriber knows what it has seen before
 * @param at when it happened
 * @param type what happened, in the past tense: {@code customer.reported}
 * @param recordId the id of the record that it happened to; null where there is none
 * @param payload a JSON object, as text
 */
public record OutboxEvent(
        long tenantId,
        long id,
        Instant at,
        String type,
        @Nullable Long recordId,
        String payload) {

    /** What the payload holds stands in no log. */
    @Override
    public String toString() {
        return type + " " + tenantId + "/" + id;
    }
}
