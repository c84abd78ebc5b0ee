package io.haina.api;

import io.haina.opportunity.Pipeline;
import io.haina.opportunity.PipelineDraft;
import io.haina.opportunity.ProductLine;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The chapter on sales: product lines, stages and pipelines. Rates and discounts are in per cent. */
sealed interface SalesWire extends ApiWire {

    /** What a lead became. */
    @Schema(name = "ConvertedLead")
    record Converted(Link customer) implements SalesWire {}

    /**
     * So much of a product.
     *
     * @param price of one by the list
     * @param salesPrice of one as it is offered
     * @param subtotal the price as offered times the quantity; computed
     */
    @Schema(name = "ProductLine")
    record Line(
            Link product,
            BigDecimal price,
            BigDecimal salesPrice,
            BigDecimal quantity,
            BigDecimal discount,
            @Nullable String unit,
            BigDecimal subtotal)
            implements SalesWire {

        static Line of(ProductLine line) {
            return new Line(
                    new Link(line.productId(), line.productName()),
                    line.price(),
                    line.salesPrice(),
                    ValueNames.plain(line.num()),
                    ValueNames.plain(line.discount()),
                    line.unit(),
                    line.subtotal());
        }
    }

    /**
     * What an opportunity would sell.
     *
     * @param discountRate from the whole
     * @param total what is left of the subtotals after it; computed
     */
    @Schema(name = "ProductLines")
    record Lines(List<Line> items, BigDecimal discountRate, BigDecimal total) implements SalesWire {}

    /** A line as it is written. */
    @Schema(name = "ProductLineDraft")
    record LineDraft(
            @Nullable Long productId,
            @Nullable BigDecimal price,
            @Nullable BigDecimal salesPrice,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal discount,
            @Nullable String unit)
            implements SalesWire {

        Map<String, @Nullable Object> raw() {
            Map<String, @Nullable Object> raw = new HashMap<>();
            raw.put("productId", productId);
            raw.put("price", ValueNames.bounded("price", price));
            raw.put("salesPrice", ValueNames.bounded("salesPrice", salesPrice));
            raw.put("num", ValueNames.bounded("quantity", quantity));
            raw.put("discount", ValueNames.bounded("discount", discount));
            raw.put("unit", unit);
            return raw;
        }
    }

    /**
     * All lines from then on.
     *
     * @param discountRate absent or null leaves it
     */
    @Schema(name = "ProductLinesDraft")
    record LinesDraft(
            @Nullable List<@Nullable LineDraft> items,
            @Nullable BigDecimal discountRate) implements SalesWire {}

    /** The lines of a draft as the core reads them. @throws Refused if one is none */
    static List<Map<String, @Nullable Object>> raw(@Nullable List<@Nullable LineDraft> lines) {
        List<Map<String, @Nullable Object>> raw = new ArrayList<>();
        for (LineDraft line : ApiNames.required("items", lines)) {
            raw.add(ApiNames.required("items", line).raw());
        }
        return raw;
    }

    /** Another stage of the same pipeline. */
    @Schema(name = "StageMove")
    record Move(@Nullable Long stageId, @Nullable String remark) implements SalesWire {}

    /**
     * An end.
     *
     * @param outcome won, lost or invalid
     */
    @Schema(name = "OpportunityEnding")
    record Ending(@Nullable String outcome, @Nullable String remark) implements SalesWire {}

    /**
     * A stage.
     *
     * @param id of a draft absent for a new one
     * @param rate how likely a sale is from here
     */
    @Schema(name = "PipelineStage")
    record Stage(
            @Nullable Long id,
            @Nullable String name,
            @Nullable Integer rate) implements SalesWire {

        static Stage of(Pipeline.Stage stage) {
            return new Stage(stage.id(), stage.name(), stage.rate());
        }
    }

    /**
     * A pipeline, shown and written.
     *
     * @param position its place among the others
     * @param stages in their order; of a draft all that it has from then on
     */
    @Schema(name = "Pipeline")
    record Sequence(
            @Nullable Long id,
            @Nullable String name,
            @Nullable Integer position,
            @Nullable List<@Nullable Stage> stages)
            implements SalesWire {

        static Sequence of(Pipeline pipeline) {
            List<@Nullable Stage> stages = new ArrayList<>();
            pipeline.stages().forEach(stage -> stages.add(Stage.of(stage)));
            return new Sequence(pipeline.id(), pipeline.name(), pipeline.position(), stages);
        }

        /** @throws Refused if a stage is none */
        PipelineDraft draft(int usualPosition) {
            List<PipelineDraft.StageDraft> drafts = new ArrayList<>();
            for (Stage stage : ApiNames.required("stages", stages)) {
                if (stage == null) {
                    throw Refused.invalid("stages", Rule.REQUIRED);
                }
                drafts.add(new PipelineDraft.StageDraft(
                        stage.id(), stage.name(), ApiNames.required("rate", stage.rate())));
            }
            return new PipelineDraft(name, position == null ? usualPosition : position, drafts);
        }
    }

    /** The open opportunities of a pipeline by stage. */
    @Schema(name = "Board")
    record BoardShown(Link pipeline, List<ColumnShown> columns) implements SalesWire {}

    /**
     * A stage with what stands there.
     *
     * @param count open opportunities, or at least so many
     * @param sum the money of those that are counted; null for a reader who does not see it
     * @param exact whether there are no more than count
     * @param items the last changed of them
     */
    @Schema(name = "BoardColumn")
    record ColumnShown(
            Stage stage, long count, @Nullable BigDecimal sum, boolean exact, List<RecordsWire.RecordItem> items)
            implements SalesWire {}
}
