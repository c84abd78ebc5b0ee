package io.haina.catalog;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.field.Cascade;
import io.haina.field.Field;
import io.haina.field.FieldRules;
import io.haina.field.FieldType;
import io.haina.field.RecordKind;
import io.haina.field.Texts;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    private static final int LABEL_LENGTH = 64;
    private static final int OPTION_LENGTH = 100;
    private static final int MOST_OPTIONS = 500;
    private static final int MOST_PATHS = 10_000;
    private static final int PATH_LENGTH = 400;
    private static final int LONGEST_TEXT = 5000;
    private static final Set<FieldType> CHOICES =
            EnumSet.of(FieldType.CHOICE, FieldType.MULTI_CHOICE, FieldType.CASCADE);
    private static final Set<FieldType> NOT_UNIQUE = EnumSet.of(
            FieldType.MULTI_CHOICE, FieldType.CASCADE, FieldType.FILE, FieldType.BOOLEAN, FieldType.TEXTAREA);
    private static final Set<FieldType> NOT_OFFERED = EnumSet.of(FieldType.RECORD, FieldType.UUID);

    private final CustomFieldStore store;
    private final Catalogs catalogs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CustomFields(CustomFieldStore store, Catalogs catalogs, TransactionTemplate transaction, Clock clock) {
        this.store = store;
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
        CustomFieldDraft checked = checked(actor, draft, 0);
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
        Permit permit = Access.permit(actor, UseCase.FIELD_DESIGN);
        Field before = field(actor, draft.kind(), id);
        CustomFieldDraft checked = checked(actor, draft, id);
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            store.awaitWriters(permit);
            if (before.type() != checked.type()) {
                loseValues(permit, draft.kind(), before, evenIfLost);
            }
            taking(checked, () -> store.change(permit, id, checked, now));
            if (checked.rules().unique() && !store.claimAll(permit, checked.kind(), before.with(checked.rules()))) {
                throw new Refused(new Problem.ValueTaken(Problem.Kind.FIELD, before.name(), checked.label()));
            }
            if (!checked.rules().unique()) {
                store.releaseAll(permit, checked.kind(), before.name());
            }
        });
        boolean other = before.type() != checked.type();
        if (before.rules().indexed() && (other || !checked.rules().indexed())) {
            store.dropIndex(checked.kind(), id);
        }
        if (checked.rules().indexed()) {
            store.buildIndex(actor.tenantId(), checked.kind(), id, checked.type());
        }
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
        Field field = field(actor, kind, id);
        long records = store.count(permit, kind, id);
        if (records > 0 && !evenIfLost) {
            throw new Refused(new Problem.ValuesWouldBeLost(field.label(), records));
        }
        store.delete(permit, kind, field, clock.instant());
        if (field.rules().indexed()) {
            store.dropIndex(kind, id);
        }
    }

    /**
     * Sets the rules of a built-in field.
     *
     * @throws Refused if the actor is no admin, there is no such field that people see, or the rules make no sense
     */
    public void set(Actor actor, RecordKind kind, FieldSetting setting) {
        Permit permit = Access.permit(actor, UseCase.FIELD_DESIGN);
        Field field = catalogs.type(actor, kind).fields().stream()
                .filter(each ->
                        each.name().equals(setting.name()) && !each.label().isEmpty())
                .findFirst()
                .orElseThrow(() -> Refused.notFound(Problem.Kind.FIELD));
        checkRules(setting.name(), field.type(), setting.rules(), true);
        Field ruled = setting.on(field);
        transaction.executeWithoutResult(status -> {
            store.awaitWriters(permit);
            store.set(permit, kind, setting, clock.instant());
            if (!ruled.rules().unique()) {
                store.releaseAll(permit, kind, ruled.name());
            } else if (!store.claimAll(permit, kind, ruled)) {
                throw new Refused(new Problem.ValueTaken(Problem.Kind.FIELD, ruled.name(), ruled.label()));
            }
        });
    }

    private Field field(Actor actor, RecordKind kind, long id) {
        return catalogs.of(actor, kind).find("f" + id).orElseThrow(() -> Refused.notFound(Problem.Kind.FIELD));
    }

    private CustomFieldDraft checked(Actor actor, CustomFieldDraft draft, long id) {
        String label = draft.label().strip();
        if (label.isEmpty()) {
            throw Refused.invalid("label", Rule.REQUIRED);
        }
        Texts.checked("label", label, LABEL_LENGTH);
        if (NOT_OFFERED.contains(draft.type())) {
            throw Refused.invalid("type", Rule.NOT_A_CHOICE);
        }
        if (draft.maximumLength() < 0 || draft.maximumLength() > LONGEST_TEXT) {
            throw new Refused(new Problem.Invalid("maximumLength", Rule.OUT_OF_RANGE, LONGEST_TEXT));
        }
        catalogs.of(actor, draft.kind()).labelled(label).ifPresent(other -> {
            if (other.customId() != id || id == 0) {
                throw new Refused(new Problem.ValueTaken(Problem.Kind.FIELD, "label", label));
            }
        });
        checkRules(label, draft.type(), draft.rules(), false);
        return new CustomFieldDraft(draft.kind(), label, draft.type(), draft.maximumLength(), draft.rules());
    }

    private static void checkRules(String name, FieldType type, FieldRules rules, boolean builtIn) {
        List<String> options = rules.options();
        if (CHOICES.contains(type) && options.isEmpty() && !builtIn) {
            throw Refused.invalid("options", Rule.REQUIRED);
        }
        boolean steps = type == FieldType.CASCADE;
        if (options.size() > (steps ? MOST_PATHS : MOST_OPTIONS) || new HashSet<>(options).size() != options.size()) {
            throw Refused.invalid("options", Rule.NOT_A_CHOICE);
        }
        for (String option : options) {
            Texts.checked("options", option, steps ? PATH_LENGTH : OPTION_LENGTH);
            if (option.isBlank() || option.contains(",") || (steps && !Cascade.isPath(option))) {
                throw Refused.invalid("options", Rule.MALFORMED);
            }
        }
        if (rules.fillLevel() < 0
                || rules.fillLevel() > (steps ? Cascade.of(options).level() : 0)) {
            throw Refused.invalid("fillLevel", Rule.OUT_OF_RANGE);
        }
        if (rules.unique() && NOT_UNIQUE.contains(type)) {
            throw Refused.invalid(name, Rule.NOT_A_CHOICE);
        }
    }

    private static <T> T taking(CustomFieldDraft draft, Supplier<T> write) {
        try {
            return write.get();
        } catch (DuplicateKeyException e) {
            throw new Refused(new Problem.ValueTaken(Problem.Kind.FIELD, "label", draft.label()));
        }
    }
}
