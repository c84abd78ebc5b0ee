package io.haina.feedback;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person of a customer once said of us. People of the company are named by the ids of staff members.
 *
 * @param contact whose word it is
 * @param value from {@value Satisfactions#LEAST} to {@value Satisfactions#MOST}
 * @param staff who was praised or criticised, in the order in which they were named
 * @param recordedAt when it was said
 * @param attachment the address of a file that shows it; null for none
 * @param operator who wrote it down
 */
public record Satisfaction(
        long id,
        long contact,
        int value,
        List<Long> staff,
        Instant recordedAt,
        @Nullable String attachment,
        @Nullable String note,
        long operator,
        Instant createdAt,
        Instant updatedAt) {

    public Satisfaction {
        staff = List.copyOf(staff);
    }
}
