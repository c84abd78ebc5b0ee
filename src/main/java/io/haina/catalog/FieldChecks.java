package io.haina.catalog;

import io.haina.access.Actor;
import io.haina.field.Cascade;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.FieldRules;
import io.haina.field.FieldType;
import io.haina.field.Texts;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a field may be: its label, its type and rules that fit the type. */
final class FieldChecks {

    private static final int LABEL_LENGTH = 64;
    private static final int OPTION_LENGTH = 100;
    private static final int MOST_OPTIONS = 500;
    private static final int MOST_PATHS = 10_000;
    private static final int PATH_LENGTH = 400;
    private static final int LONGEST_TEXT = 5000;
    private static final int HINT_LENGTH = 200;
    private static final Set<FieldType> CHOICES =
            EnumSet.of(FieldType.CHOICE, FieldType.MULTI_CHOICE, FieldType.CASCADE);
    private static final Set<FieldType> NOT_UNIQUE = EnumSet.of(
            FieldType.MULTI_CHOICE, FieldType.CASCADE, FieldType.FILE, FieldType.BOOLEAN, FieldType.TEXTAREA);
    private static final Set<FieldType> NOT_OFFERED = EnumSet.of(FieldType.RECORD, FieldType.UUID);

    private FieldChecks() {}

    /**
     * A draft of a tenant's own field, fit to be written.
     *
     * @param id of the field that it changes; 0 for a new one
     * @throws Refused if it makes no sense, or another field has its label
     */
    static CustomFieldDraft checked(Actor actor, FieldCatalog catalog, CustomFieldDraft draft, long id) {
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
        catalog.labelled(label).ifPresent(other -> {
            if (other.customId() != id || id == 0) {
                throw new Refused(new Problem.ValueTaken(Problem.Kind.FIELD, "label", label));
            }
        });
        rules(label, draft.type(), draft.rules(), false);
        checkDefault(actor, draft);
        return new CustomFieldDraft(draft.kind(), label, draft.type(), draft.maximumLength(), draft.rules());
    }

    /** What a form begins with must be something that the form may send. */
    private static void checkDefault(Actor actor, CustomFieldDraft draft) {
        FieldRules rules = draft.rules();
        if (rules.hint() != null) {
            Texts.checked("hint", rules.hint(), HINT_LENGTH);
        }
        if (rules.defaultValue() == null) {
            return;
        }
        FieldRules open = new FieldRules(
                false, false, false, rules.options(), rules.fillLevel(), null, null, 0, Set.of(), Set.of());
        Field field = Field.custom(draft.kind(), 1, draft.label(), draft.type(), draft.maximumLength(), open);
        try {
            new FieldCatalog(List.of(field))
                    .read(
                            Map.of(field.name(), rules.defaultValue()),
                            actor.role(),
                            actor.tenant().zone());
        } catch (Refused refused) {
            if (refused.problem() instanceof Problem.Invalid invalid) {
                throw new Refused(new Problem.Invalid("default", invalid.rule(), invalid.bound()));
            }
            throw refused;
        }
    }

    /** @throws Refused if rules make no sense for a field of a type */
    static void rules(String name, FieldType type, FieldRules rules, boolean builtIn) {
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

    /** @throws Refused if another field has the label that a tenant gives to a built-in one */
    static void label(FieldCatalog catalog, Field own, @Nullable String label) {
        if (label == null) {
            return;
        }
        Texts.checked("label", label, LABEL_LENGTH);
        catalog.labelled(label)
                .filter(other -> !other.name().equals(own.name()))
                .ifPresent(other -> {
                    throw new Refused(new Problem.ValueTaken(Problem.Kind.FIELD, "label", label));
                });
    }
}
