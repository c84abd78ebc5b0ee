package io.haina.opportunity;

import io.haina.opportunity.Pipeline.Stage;
import io.haina.record.Row;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands at one stage of a pipeline.
 *
 * @param count open opportunities, at most {@value Boards#COUNTED}
 * @param money what those that are counted are expected to bring; null for a reader who does not see it
 * @param exact whether there are no more than are counted
 * @param rows the last changed of them
 */
public record Column(Stage stage, long count, @Nullable BigDecimal money, boolean exact, List<Row> rows) {}
