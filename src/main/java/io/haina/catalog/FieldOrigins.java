package io.haina.catalog;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the fields of a kind come from.
 *
 * @param since when the tenant began, and with it the program's own fields
 * @param own by the ids of the tenant's own fields
 */
public record FieldOrigins(Instant since, Map<Long, Origin> own) {

    /**
     * When and by whom a field was made and last changed.
     *
     * @param createdBy null for one that the tenant began with, as is updatedBy
     */
    public record Origin(
            Instant createdAt,
            @Nullable Long createdBy,
            Instant updatedAt,
            @Nullable Long updatedBy) {}
}
