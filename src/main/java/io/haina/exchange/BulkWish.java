package io.haina.exchange;

import io.haina.filter.Filter;
import io.haina.kind.BulkOrder;

/**
 * One thing that is to be done to all records that a filter finds when the job comes to them.
 *
 * @param wish within what the actor may list then; of pooled customers where the action is about those
 */
public record BulkWish(BulkOrder order, Filter wish) {}
