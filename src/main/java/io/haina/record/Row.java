package io.haina.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as its catalogue shows it to somebody.
 *
 * @param values by field name, each as its type's shape says, or null; fields that are hidden from the reader are not there
 * @param isStarred whether the reader has marked it with a star
 * @param readers members who may read it, by the order of their ids; of a kind that has members
 * @param writers members who may change it too
 */
public record Row(
        long id,
        UUID uuid,
        Map<String, @Nullable Object> values,
        boolean isStarred,
        List<Long> readers,
        List<Long> writers) {

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
