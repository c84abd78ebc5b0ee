package io.haina.opportunity;

import io.haina.access.Permit;
import io.haina.field.Texts;
import io.haina.field.Values;
import io.haina.opportunity.OpportunityStore.Standing;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which stage a draft means, and what else changes with it. Asked in the transaction that writes the draft. */
@Component
class Stages {

    private static final int REMARK_LENGTH = 500;

    private final PipelineStore store;

    Stages(PipelineStore store) {
        this.store = store;
    }

    /** The columns of a new opportunity. @throws Refused if its pipeline has no such stage */
    Map<String, Object> entered(Permit permit, Values values) {
        Map<String, Object> columns = new HashMap<>();
        if (values.get(OpportunityFields.STAGE_ID) instanceof Long stage) {
            columns.put("pipeline_id", pipelineOf(permit, stage, values));
        }
        return columns;
    }

    /**
     * The columns that change with the stage. A stage without a pipeline moves to the stage's; a pipeline without a stage, to
     * the pipeline's first.
     *
     * @throws Refused if the pipeline has no such stage
     */
    Map<String, @Nullable Object> moved(Permit permit, Values values, Standing stands) {
        Long pipeline = (Long) values.get(OpportunityFields.PIPELINE_ID);
        Long stage = (Long) values.get(OpportunityFields.STAGE_ID);
        boolean stays = pipeline == null || pipeline == stands.pipelineId();
        if (stays && (stage == null || stage == stands.stageId())) {
            return Map.of();
        }
        if (stage == null) {
            stage = store.firstStage(permit, pipeline == null ? stands.pipelineId() : pipeline)
                    .orElseThrow(() -> Refused.invalid(OpportunityFields.PIPELINE_ID, Rule.NOT_A_CHOICE));
        }
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("pipeline_id", pipelineOf(permit, stage, values));
        columns.put("stage_id", stage);
        columns.put("outcome", null);
        columns.put("outcome_remark", null);
        return columns;
    }

    /** The columns of a deleted opportunity that change where its pipeline has gone meanwhile. */
    Map<String, @Nullable Object> left(Permit permit, long opportunity) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        store.insteadOf(permit, opportunity).ifPresent(stage -> {
            columns.put("pipeline_id", stage.pipeline());
            columns.put("stage_id", stage.stage());
            columns.put("outcome", null);
            columns.put("outcome_remark", null);
        });
        return columns;
    }

    private long pipelineOf(Permit permit, long stage, Values values) {
        Long named = (Long) values.get(OpportunityFields.PIPELINE_ID);
        return store.pipelineOf(permit, stage)
                .filter(pipeline -> named == null || named.equals(pipeline))
                .orElseThrow(() -> Refused.invalid(OpportunityFields.STAGE_ID, Rule.NOT_A_CHOICE));
    }

    /** What is said of a move, null for nothing. */
    static @Nullable String remark(@Nullable String remark) {
        String text = remark == null ? "" : remark.strip();
        return text.isEmpty() ? null : Texts.checked(OpportunityFields.OUTCOME_REMARK, text, REMARK_LENGTH);
    }
}
