package io.haina.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A company in a list that shows deleted ones too.
 *
 * @param category a number that clients agree on
 * @param remark null also where the reader may not see it
 */
public record KnownCustomer(
        long id,
        String name,
        @Nullable String remark,
        @Nullable Long category,
        Instant createdAt,
        Instant updatedAt,
        boolean deleted) {}
