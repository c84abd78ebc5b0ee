package io.haina.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as its catalogue shows it to somebody.
 *
 * @param values by field name, each as its type's shape says, or null; fields that are hidden from the reader are not there
 */
public record Row(long id, UUID uuid, Map<String, @Nullable Object> values) {

    /** The value of a field; null also where there is no such field. */
    public @Nullable Object get(String field) {
        return values.get(field);
    }

    public @Nullable String text(String field) {
        return (String) values.get(field);
    }

    public @Nullable Long whole(String field) {
        return (Long) values.get(field);
    }

    public @Nullable BigDecimal decimal(String field) {
        return (BigDecimal) values.get(field);
    }

    public @Nullable Instant instant(String field) {
        return (Instant) values.get(field);
    }

    public boolean isTrue(String field) {
        return Boolean.TRUE.equals(values.get(field));
    }
}
