package io.haina.opportunity;

import java.util.List;

/**
 * The stages that an opportunity passes on its way.
 *
 * @param position its place among the tenant's pipelines
 * @param stages in their order
 */
public record Pipeline(long id, String name, int position, List<Stage> stages) {

    /**
     * One stage of a pipeline.
     *
     * @param rate how likely a sale is from here, in per cent
     * @param position its place, from 1
     */
    public record Stage(long id, String name, int rate, int position) {}

    public Pipeline {
        stages = List.copyOf(stages);
    }
}
