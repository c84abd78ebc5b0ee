package io.haina.kind;

import io.haina.ownership.Handover;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to many records.
 *
 * @param values of a change, by the core's names of fields
 * @param to of a transfer or distribution: a person
 * @param pool of a release; null for the default pool
 * @param reason of a release
 * @param handover of a transfer of customers
 */
public record BulkOrder(
        BulkAction action,
        Map<String, ? extends @Nullable Object> values,
        @Nullable Long to,
        @Nullable Long pool,
        @Nullable String reason,
        Handover handover) {

    public BulkOrder {
        values = Collections.unmodifiableMap(new LinkedHashMap<String, @Nullable Object>(values));
    }
}
