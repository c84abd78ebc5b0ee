package io.haina.catalog;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The fields that a tenant adds to the program's, and what it says of those. A change that would lose values says how many
 * records it concerns, and is made only when told to nevertheless.
 */
@Service
public class CustomFields {

    private final CustomFieldStore store;
    private final FieldOrderStore orders;
    private final Catalogs catalogs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CustomFields(
            CustomFieldStore store,
            FieldOrderStore orders,
            Catalogs catalogs,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.orders = orders;
        this.catalogs = catalogs;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Adds a field.
     *
     * @return its id
     * @throws Refused if the actor is no admin, the draft makes no sense, or the kind has a field of that label
     */
    public long add(Actor actor, CustomFieldDraft draft) {
        Permit permit = Access.permit(actor, UseCase.FIELD_DESIGN);
        CustomFieldDraft checked = FieldChecks.checked(actor, catalogs.of(actor, draft.kind()), draft, 0);
        long id = taking(checked, () -> store.insert(permit, checked, clock.instant()));
        if (checked.rules().indexed()) {
            store.buildIndex(actor.tenantId(), checked.kind(), id, checked.type());
        }
        return id;
    }

    /**
     * Changes a field. Its kind stays.
     *
     * @param evenIfLost whether values that no longer fit may go
     * @throws Refused as {@link #add}, if there is no such field, if records have values that another type would lose, or two
     *     records have the same value of what is to be unique
     */
    public void change(Actor actor, long id, CustomFieldDraft draft, boolean evenIfLost) {
        change(actor, draft.kind(), id, field -> draft, evenIfLost);
    }

    /**
     * Changes what an order names of a field, whether the tenant made it or the program.
     *
     * @param evenIfLost whether values that no longer fit may go
     * @throws Refused as {@link #change(Actor, long, CustomFieldDraft, boolean)} and {@link #set}
     */
    public void change(Actor actor, RecordKind kind, String name, FieldChange wanted, boolean evenIfLost) {
        Field field = named(actor, kind, name);
        if (field.isCustom()) {
            change(actor, kind, field.customId(), was -> wanted.of(kind, was), evenIfLost);
        } else {
            set(actor, kind, name, (own, was) -> wanted.on(own, was));
        }
    }

    private record Step(Field before, CustomFieldDraft after) {}

    private void change(
            Actor actor, RecordKind kind, long id, Function<Field, CustomFieldDraft> wanted, boolean evenIfLost) {
        Permit permit = Access.permit(actor, UseCase.FIELD_DESIGN);
        Instant now = clock.instant();
        Step step = transaction.execute(status -> {
            FieldCatalog catalog = catalogs.of(actor, kind, store.awaitWriters(permit));
            Field before = catalog.find("f" + id).orElseThrow(() -> Refused.notFound(Problem.Kind.FIELD));
            CustomFieldDraft checked = FieldChecks.checked(actor, catalog, wanted.apply(before), id);
            if (before.type() != checked.type()) {
                loseValues(permit, kind, before, evenIfLost);
            }
            taking(checked, () -> store.change(permit, id, checked, now));
            if (checked.rules().unique() && !store.claimAll(permit, kind, before.with(checked.rules()))) {
                throw new Refused(new Problem.ValueTaken(Problem.Kind.FIELD, before.name(), checked.label()));
            }
            if (!checked.rules().unique()) {
                store.releaseAll(permit, kind, before.name());
            }
            return new Step(before, checked);
        });
        boolean other = step.before().type() != step.after().type();
        boolean indexed = step.after().rules().indexed();
        if (step.before().rules().indexed() && (other || !indexed)) {
            store.dropIndex(kind, id);
        }
        if (indexed) {
            store.buildIndex(actor.tenantId(), kind, id, step.after().type());
        }
    }

    /**
     * Gives the fields of a kind that people see an order: first those that are named, then the others as they were.
     *
     * @throws Refused if the actor is no admin, or a name is none of them or stands twice
     */
    public void order(Actor actor, RecordKind kind, List<String> names) {
        Permit permit = Access.permit(actor, UseCase.FIELD_DESIGN);
        if (names.isEmpty()) {
            throw Refused.invalid("names", Rule.REQUIRED);
        }
        transaction.executeWithoutResult(status -> {
            FieldCatalog catalog = catalogs.of(actor, kind, store.awaitWriters(permit));
            Map<String, Field> left = new LinkedHashMap<>();
            catalog.fields().stream()
                    .filter(field -> !field.label().isEmpty())
                    .forEach(field -> left.put(field.name(), field));
            List<Field> ordered = new ArrayList<>();
            for (String name : names) {
                Field field = left.remove(name);
                if (field == null) {
                    throw Refused.invalid("names", Rule.NOT_A_CHOICE);
                }
                ordered.add(field);
            }
            ordered.addAll(left.values());
            orders.order(permit, kind, ordered, clock.instant());
        });
    }

    private void loseValues(Permit permit, RecordKind kind, Field field, boolean evenIfLost) {
        long records = store.count(permit, kind, field.customId());
        if (records > 0 && !evenIfLost) {
            throw new Refused(new Problem.ValuesWouldBeLost(field.label(), records));
        }
        if (records > 0) {
            store.clear(permit, kind, field.customId());
        }
    }

    /**
     * Takes a field off all records of a kind; its values stay in the database, for whoever wants the field back.
     *
     * @param evenIfLost whether a field that records have values in may go
     * @throws Refused if there is no such field, or records have values in it
     */
    public void delete(Actor actor, RecordKind kind, long id, boolean evenIfLost) {
        Permit permit = Access.permit(actor, UseCase.FIELD_DESIGN);
        Field gone = transaction.execute(status -> {
            Field field = catalogs.of(actor, kind, store.awaitWriters(permit))
                    .find("f" + id)
                    .orElseThrow(() -> Refused.notFound(Problem.Kind.FIELD));
            long records = store.count(permit, kind, id);
            if (records > 0 && !evenIfLost) {
                throw new Refused(new Problem.ValuesWouldBeLost(field.label(), records));
            }
            store.delete(permit, kind, field, clock.instant());
            return field;
        });
        if (gone.rules().indexed()) {
            store.dropIndex(kind, id);
        }
    }

    /**
     * Sets the rules of a built-in field.
     *
     * @throws Refused if the actor is no admin, there is no such field that people see, or the rules make no sense
     */
    public void set(Actor actor, RecordKind kind, FieldSetting setting) {
        set(actor, kind, setting.name(), (own, was) -> setting);
    }

    private void set(Actor actor, RecordKind kind, String name, Saying wanted) {
        Permit permit = Access.permit(actor, UseCase.FIELD_DESIGN);
        Field own = catalogs.type(actor, kind).fields().stream()
                .filter(each -> each.name().equals(name) && !each.label().isEmpty())
                .findFirst()
                .orElseThrow(() -> Refused.notFound(Problem.Kind.FIELD));
        transaction.executeWithoutResult(status -> {
            FieldCatalog catalog = catalogs.of(actor, kind, store.awaitWriters(permit));
            FieldSetting setting = wanted.apply(own, catalog.find(name).orElse(own));
            FieldChecks.label(catalog, own, setting.label());
            FieldChecks.rules(name, own.type(), setting.rules(), true);
            Field ruled = setting.on(own);
            store.set(permit, kind, setting, clock.instant());
            if (!ruled.rules().unique()) {
                store.releaseAll(permit, kind, ruled.name());
            } else if (!own.isWritable() || !store.claimAll(permit, kind, ruled)) {
                throw new Refused(new Problem.ValueTaken(Problem.Kind.FIELD, ruled.name(), ruled.label()));
            }
        });
    }

    /** Says what is to hold of a built-in field, from what the program has of it and what the tenant has. */
    @FunctionalInterface
    private interface Saying {
        FieldSetting apply(Field own, Field was);
    }

    /** A field as it is by now, also where the actor came before its last change. @throws Refused if there is none */
    public Field current(Actor actor, RecordKind kind, String name) {
        Permit permit = Access.permit(actor, UseCase.FIELD_DESIGN);
        return catalogs.of(actor, kind, store.version(permit))
                .find(name)
                .orElseThrow(() -> Refused.notFound(Problem.Kind.FIELD));
    }

    /** A field that people see, by its name. */
    private Field named(Actor actor, RecordKind kind, String name) {
        return catalogs.of(actor, kind)
                .find(name)
                .filter(field -> !field.label().isEmpty())
                .orElseThrow(() -> Refused.notFound(Problem.Kind.FIELD));
    }

    private static <T> T taking(CustomFieldDraft draft, Supplier<T> write) {
        try {
            return write.get();
        } catch (DuplicateKeyException e) {
            throw new Refused(new Problem.ValueTaken(Problem.Kind.FIELD, "label", draft.label()));
        }
    }
}
