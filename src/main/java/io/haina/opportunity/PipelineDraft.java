package io.haina.opportunity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline as it came in; checked by {@link Pipelines}.
 *
 * @param stages in the order that they are to have
 */
public record PipelineDraft(@Nullable String name, int position, List<StageDraft> stages) {

    /**
     * A stage as it came in.
     *
     * @param id null for a new stage
     * @param rate in per cent
     */
    public record StageDraft(@Nullable Long id, @Nullable String name, int rate) {}

    public PipelineDraft {
        stages = List.copyOf(stages);
    }
}
