package io.haina.scene;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.access.UseCase;
import io.haina.catalog.Catalogs;
import io.haina.field.Conditions;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.field.Texts;
import io.haina.filter.Filter;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.scene.SceneStore.Choice;
import io.haina.scene.SceneStore.Kept;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Saved filters. Each person has the program's and own ones, in an own order. What was saved is checked against the fields
 * that the person sees whenever it is used, so that a field which has gone, or is hidden by now, lets nothing through.
 */
@Service
public class Scenes {

    private static final int MOST_CONDITIONS = 50;
    private static final int SOURCE_LENGTH = 20_000;

    private static final FieldCatalog CATALOG =
            new FieldCatalog(List.of(Field.text("name", "s.name", 100).asRequired()));

    private final SceneStore store;
    private final Catalogs catalogs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Scenes(SceneStore store, Catalogs catalogs, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.catalogs = catalogs;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Placed(Scene scene, long position) {}

    /** The person's scenes of a kind in the person's order, hidden ones as well. */
    public List<Scene> of(Actor actor, RecordKind kind) {
        Scoped scoped = Access.scoped(actor, UseCase.SCENE_READ);
        Map<Long, Choice> choices = store.choices(scoped, kind);
        List<Placed> placed = new ArrayList<>();
        for (SystemScene system : SystemScene.of(kind)) {
            Kept kept = new Kept(system.id(kind), kind, "", List.of(), null);
            placed.add(placed(kept, system, choices, false));
        }
        for (Kept kept : store.own(scoped, kind)) {
            placed.add(placed(kept, null, choices, isBroken(actor, kept)));
        }
        return placed.stream()
                .sorted(Comparator.comparingLong(Placed::position))
                .map(Placed::scene)
                .toList();
    }

    private static Placed placed(Kept kept, @Nullable SystemScene system, Map<Long, Choice> choices, boolean broken) {
        Choice choice = choices.getOrDefault(kept.id(), Choice.NONE);
        Scene scene = new Scene(
                kept.id(),
                kept.kind(),
                system,
                kept.name(),
                kept.conditions(),
                kept.source(),
                choice.hidden(),
                choice.isDefault(),
                broken);
        return new Placed(scene, Objects.requireNonNullElse(choice.position(), Long.MAX_VALUE));
    }

    private boolean isBroken(Actor actor, Kept kept) {
        try {
            filter(actor, kept.kind(), kept.conditions());
            return false;
        } catch (Refused refused) {
            return true;
        }
    }

    /** One of the person's scenes. @throws Refused if the person has none of that id */
    public Scene get(Actor actor, RecordKind kind, long id) {
        return of(actor, kind).stream()
                .filter(scene -> scene.id() == id)
                .findFirst()
                .orElseThrow(Scenes::notFound);
    }

    /**
     * What a scene lets through.
     *
     * @throws Refused if the person has none of that id, or a condition does not fit the fields that the person sees
     */
    public Filter filter(Actor actor, RecordKind kind, long id) {
        Scene scene = get(actor, kind, id);
        return scene.system() == null
                ? filter(actor, kind, scene.conditions())
                : scene.system().filter(actor, kind);
    }

    /** What others than the actor hold. */
    public Filter others(Actor actor, RecordKind kind) {
        return SystemScene.SUBORDINATES.filter(actor, kind);
    }

    /** What conditions let through, all of them holding. @throws Refused if one does not fit the fields that the actor sees */
    public Filter filter(Actor actor, RecordKind kind, Collection<Condition> conditions) {
        Conditions reader =
                new Conditions(catalogs.of(actor, kind), actor.tenant().zone());
        return Filter.all(conditions.stream()
                .map(each -> each.field().equals(Condition.SHARED)
                        ? new Filter.SharedWith(actor.staffId(), false)
                        : reader.filter(each.field(), each.operator(), each.values()))
                .toList());
    }

    /** A new scene of the actor's. @return its id @throws Refused if it has no name, or a condition does not fit */
    public long add(Actor actor, RecordKind kind, SceneDraft draft) {
        Permit permit = Access.permit(actor, UseCase.SCENE_KEEP);
        SceneDraft checked = checked(actor, kind, draft);
        Long id = transaction.execute(status -> {
            store.lock(permit);
            long made = store.insert(permit, kind, checked, now());
            if (checked.isDefault()) {
                makeDefault(permit, kind, made);
            }
            return made;
        });
        return id;
    }

    /** Writes an own scene anew. @throws Refused if it is none of the actor's, or as {@link #add} */
    public void change(Actor actor, long id, SceneDraft draft) {
        Permit permit = Access.permit(actor, UseCase.SCENE_KEEP);
        checkOwn(id);
        transaction.executeWithoutResult(status -> {
            store.lock(permit);
            RecordKind kind = store.kindOf(permit, id).orElseThrow(Scenes::notFound);
            SceneDraft checked = checked(actor, kind, draft);
            store.change(permit, id, checked, now());
            if (checked.isDefault()) {
                makeDefault(permit, kind, id);
            } else {
                store.clearDefault(permit, kind, id);
            }
        });
    }

    /** Deletes an own scene. @throws Refused if it is none of the actor's */
    public void delete(Actor actor, long id) {
        Permit permit = Access.permit(actor, UseCase.SCENE_KEEP);
        checkOwn(id);
        if (!store.delete(permit, id, now())) {
            throw notFound();
        }
    }

    /** Lets the actor's list begin with a scene, which is shown from then on. @throws Refused if the actor has none such */
    public void setDefault(Actor actor, RecordKind kind, long id) {
        Permit permit = Access.permit(actor, UseCase.SCENE_KEEP);
        transaction.executeWithoutResult(status -> {
            store.lock(permit);
            get(actor, kind, id);
            makeDefault(permit, kind, id);
        });
    }

    /** Lets the actor's list begin with a scene, whatever its kind is. @throws Refused if the actor has none such */
    public void setDefault(Actor actor, long id) {
        for (RecordKind kind : RecordKind.values()) {
            if (of(actor, kind).stream().anyMatch(scene -> scene.id() == id)) {
                setDefault(actor, kind, id);
                return;
            }
        }
        throw notFound();
    }

    private void makeDefault(Permit permit, RecordKind kind, long id) {
        store.clearDefault(permit, kind, null);
        store.setDefault(permit, kind, id);
    }

    /**
     * Gives the actor's scenes of a kind their order, and hides some.
     *
     * @param shown in their order; scenes that are in neither list come last
     * @param hidden none of the program's
     * @throws Refused if the actor has no such scene, or one is named twice, or the program's is to be hidden
     */
    public void arrange(Actor actor, RecordKind kind, List<Long> shown, List<Long> hidden) {
        Permit permit = Access.permit(actor, UseCase.SCENE_KEEP);
        if (hidden.stream().anyMatch(SystemScene::isOne)) {
            throw new Refused(new Problem.SceneOfSystem());
        }
        Set<Long> named = new HashSet<>(shown);
        named.addAll(hidden);
        if (named.size() != shown.size() + hidden.size()) {
            throw Refused.invalid("ids", Rule.MALFORMED);
        }
        transaction.executeWithoutResult(status -> {
            store.lock(permit);
            Set<Long> had = of(actor, kind).stream().map(Scene::id).collect(Collectors.toSet());
            if (!had.containsAll(named)) {
                throw notFound();
            }
            store.arrange(permit, kind, shown, hidden);
        });
    }

    private SceneDraft checked(Actor actor, RecordKind kind, SceneDraft draft) {
        if (draft.conditions().size() > MOST_CONDITIONS) {
            throw new Refused(new Problem.Invalid("conditions", Rule.TOO_LONG, MOST_CONDITIONS));
        }
        filter(actor, kind, draft.conditions());
        String source = draft.source();
        return new SceneDraft(
                CATALOG.requiredText("name", draft.name()),
                draft.conditions(),
                source == null ? null : Texts.checked("source", source, SOURCE_LENGTH),
                draft.isDefault());
    }

    private static void checkOwn(long id) {
        if (SystemScene.isOne(id)) {
            throw new Refused(new Problem.SceneOfSystem());
        }
    }

    private static Refused notFound() {
        return Refused.notFound(Problem.Kind.SCENE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
