package io.haina.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The place of a record in an ordered list, even if the record is no longer there.
 *
 * @param value of the field by which the list is ordered, as its type's shape says
 */
public record Place(@Nullable Object value, Instant updatedAt, long id) {

    /** The place of a row in a list that was read for it. */
    public static Place of(Row row, Order order) {
        Instant updated = row.instant(Order.UPDATED);
        if (updated == null) {
            throw new IllegalArgumentException("a row that was not read for a list");
        }
        return new Place(row.get(order.field()), updated, row.id());
    }
}
