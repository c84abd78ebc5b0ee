package io.haina.staff;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The teams and departments of a company. */
@Service
public class Units {

    private static final String NAME = "name";

    private static final FieldCatalog CATALOG =
            new FieldCatalog(List.of(Field.text(NAME, "u.name", 64).asRequired()));

    private final UnitStore store;
    private final Organisation organisation;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Units(UnitStore store, Organisation organisation, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.organisation = organisation;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** All of a kind, by name. */
    public List<Unit> list(Actor actor, UnitKind kind) {
        return store.all(Access.scoped(actor, UseCase.STAFF_LIST), kind);
    }

    /** One of a kind. @throws Refused if the company has no such */
    public Unit get(Actor actor, UnitKind kind, long id) {
        return list(actor, kind).stream()
                .filter(unit -> unit.id() == id)
                .findFirst()
                .orElseThrow(() -> Refused.notFound(kind.kind()));
    }

    /**
     * Makes one.
     *
     * @return its id
     * @throws Refused if the actor is no admin, the name is none or another's, or there is no such parent
     */
    public long make(Actor actor, UnitKind kind, UnitDraft draft) {
        Permit permit = Access.permit(actor, UseCase.STAFF_ORGANISE);
        String checked = CATALOG.requiredText(NAME, draft.name());
        Long made = transaction.execute(status -> {
            try {
                long id = store.insert(permit, kind, checked, now());
                if (draft.parent() != null) {
                    organisation.setParent(actor, id, draft.parent());
                }
                return id;
            } catch (DuplicateKeyException e) {
                throw taken(kind);
            }
        });
        return made;
    }

    /**
     * Changes what is given.
     *
     * @throws Refused if the actor is no admin, there is no such, the name is another's, or the parent is the department or
     *     one below
     */
    public void change(Actor actor, UnitKind kind, long id, UnitDraft draft) {
        Permit permit = Access.permit(actor, UseCase.STAFF_ORGANISE);
        String checked = draft.name() == null ? null : CATALOG.requiredText(NAME, draft.name());
        transaction.executeWithoutResult(status -> {
            if (draft.moves()) {
                organisation.setParent(actor, id, draft.parent());
            }
            try {
                if (checked != null && !store.rename(permit, kind, id, checked, now())) {
                    throw Refused.notFound(kind.kind());
                }
            } catch (DuplicateKeyException e) {
                throw taken(kind);
            }
        });
    }

    /**
     * Removes one that is empty; the audit keeps what it was called.
     *
     * @throws Refused if the actor is no admin, there is no such, or somebody belongs to it, a department lies in it, or a
     *     pool is for it
     */
    public void remove(Actor actor, UnitKind kind, long id) {
        Permit permit = Access.permit(actor, UseCase.STAFF_ORGANISE);
        try {
            if (store.delete(permit, kind, id, now())) {
                return;
            }
        } catch (DataIntegrityViolationException e) {
            throw new Refused(new Problem.RecordInUse(kind.kind()));
        }
        get(actor, kind, id);
        throw new Refused(new Problem.RecordInUse(kind.kind()));
    }

    private static Refused taken(UnitKind kind) {
        return new Refused(new Problem.ValueTaken(kind.kind(), NAME, "名称"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
