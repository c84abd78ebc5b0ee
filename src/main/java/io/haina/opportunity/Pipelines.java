package io.haina.opportunity;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.opportunity.PipelineDraft.StageDraft;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The tenant's pipelines: everybody sees them, admins make them. */
@Service
public class Pipelines {

    private static final int MOST_STAGES = 50;

    private static final FieldCatalog CATALOG =
            new FieldCatalog(List.of(Field.text("name", "p.name", 100).asRequired()));

    private final PipelineStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Pipelines(PipelineStore store, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The tenant's pipelines with their stages, in their order. */
    public List<Pipeline> of(Actor actor) {
        return store.all(Access.scoped(actor, UseCase.PIPELINE_READ));
    }

    /** A new pipeline. @return its id @throws Refused if the actor is no admin, or the draft makes no sense */
    public long add(Actor actor, PipelineDraft draft) {
        Permit permit = Access.permit(actor, UseCase.PIPELINE_DESIGN);
        PipelineDraft checked = checked(draft);
        if (checked.stages().stream().anyMatch(stage -> stage.id() != null)) {
            throw Refused.invalid("stages", Rule.UNKNOWN);
        }
        Instant now = clock.instant();
        Long id = named(() -> transaction.execute(status -> {
            long made = store.insert(permit, checked, now);
            store.writeStages(permit, made, checked.stages());
            return made;
        }));
        return Objects.requireNonNull(id);
    }

    /**
     * Changes a pipeline: the draft's stages are all it has from then on.
     *
     * @throws Refused as {@link #add}, if there is no such pipeline or stage, or an opportunity stands at a stage that goes
     */
    public void change(Actor actor, long id, PipelineDraft draft) {
        Permit permit = Access.permit(actor, UseCase.PIPELINE_DESIGN);
        PipelineDraft checked = checked(draft);
        Instant now = clock.instant();
        named(() -> transaction.execute(status -> {
            Set<Long> had = store.lock(permit, id).orElseThrow(() -> Refused.notFound(Problem.Kind.PIPELINE));
            Set<Long> kept = new HashSet<>();
            for (StageDraft stage : checked.stages()) {
                if (stage.id() != null && !(had.contains(stage.id()) && kept.add(stage.id()))) {
                    throw Refused.invalid("stages", Rule.UNKNOWN);
                }
            }
            had.removeAll(kept);
            if (store.standsAt(permit, had)) {
                throw new Refused(new Problem.RecordInUse(Problem.Kind.PIPELINE));
            }
            store.change(permit, id, checked, had, now);
            store.writeStages(permit, id, checked.stages());
            return id;
        }));
    }

    /** Takes a pipeline away. @throws Refused if the actor is no admin, there is none, or an opportunity is in it */
    public void delete(Actor actor, long id) {
        Permit permit = Access.permit(actor, UseCase.PIPELINE_DESIGN);
        transaction.executeWithoutResult(status -> {
            if (store.lock(permit, id).isEmpty()) {
                throw Refused.notFound(Problem.Kind.PIPELINE);
            }
            if (store.isUsed(permit, id)) {
                throw new Refused(new Problem.RecordInUse(Problem.Kind.PIPELINE));
            }
            store.delete(permit, id, clock.instant());
        });
    }

    private static PipelineDraft checked(PipelineDraft draft) {
        if (draft.stages().isEmpty()) {
            throw Refused.invalid("stages", Rule.REQUIRED);
        }
        if (draft.stages().size() > MOST_STAGES) {
            throw new Refused(new Problem.Invalid("stages", Rule.TOO_LONG, MOST_STAGES));
        }
        return new PipelineDraft(
                CATALOG.requiredText("name", draft.name()),
                draft.position(),
                draft.stages().stream().map(Pipelines::checked).toList());
    }

    private static StageDraft checked(StageDraft stage) {
        if (stage.rate() < 0 || stage.rate() > 100) {
            throw new Refused(new Problem.Invalid("rate", Rule.OUT_OF_RANGE, 100));
        }
        return new StageDraft(stage.id(), CATALOG.requiredText("name", stage.name()), stage.rate());
    }

    private static <T> T named(Supplier<T> write) {
        try {
            return write.get();
        } catch (DuplicateKeyException e) {
            throw new Refused(new Problem.ValueTaken(Problem.Kind.PIPELINE, "name", "商机组名称"));
        }
    }
}
