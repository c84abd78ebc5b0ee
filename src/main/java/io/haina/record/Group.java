package io.haina.record;

import java.math.BigDecimal;
import java.util.List;

/**
 * Records that have something in common.
 *
 * @param count how many there are, or at least are
 * @param sum of a field of those that are counted, zero for none
 * @param exact whether all are counted
 * @param rows the last changed of them
 */
public record Group(long count, BigDecimal sum, boolean exact, List<Row> rows) {}
