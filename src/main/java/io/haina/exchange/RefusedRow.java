package io.haina.exchange;

import java.util.List;

/**
 * A row that an import did not take.
 *
 * @param number in the file, from 1
 * @param cells as they were
 */
public record RefusedRow(int number, RowProblem problem, List<String> cells) {}
