package io.haina.dialect.wukong;

import io.haina.opportunity.Pipeline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the chapter on opportunities has of its own on the wire. */
sealed interface BusinessWire extends WukongWire {

    /** An order to move an opportunity: to a stage, or to an end. */
    record Advance(
            @Nullable Long businessId,
            @Nullable Long statusId,
            @Nullable Integer isEnd,
            @Nullable String statusRemark) implements BusinessWire {}

    /** A group of stages. */
    record Group(long typeId, String name, List<Stage> statusList) implements BusinessWire {
        static Group of(Pipeline pipeline) {
            return new Group(
                    pipeline.id(),
                    pipeline.name(),
                    pipeline.stages().stream()
                            .map(stage -> new Stage(
                                    stage.id(),
                                    pipeline.id(),
                                    stage.name(),
                                    Integer.toString(stage.rate()),
                                    stage.position()))
                            .toList());
        }
    }

    /** A stage, and how likely a sale is there, in per cent. */
    record Stage(long statusId, long typeId, String name, String rate, int orderNum) implements BusinessWire {}

    /** So much of a product. */
    record Line(
            long productId,
            @Nullable String name,
            @Nullable String price,
            @Nullable String salesPrice,
            String num,
            @Nullable String discount,
            @Nullable String subtotal,
            @Nullable String unit)
            implements BusinessWire {}
}
