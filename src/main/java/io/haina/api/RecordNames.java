package io.haina.api;

import io.haina.api.ApiWire.Link;
import io.haina.api.FilesWire.FileLink;
import io.haina.api.RecordsWire.ContactDraft;
import io.haina.api.RecordsWire.FieldShown;
import io.haina.api.RecordsWire.May;
import io.haina.api.RecordsWire.Option;
import io.haina.api.RecordsWire.RecordDetail;
import io.haina.api.RecordsWire.RecordItem;
import io.haina.api.RecordsWire.RecordMembers;
import io.haina.catalog.CommonFields;
import io.haina.customer.CustomerFields;
import io.haina.customer.CustomerStatus;
import io.haina.customer.PrimaryContact;
import io.haina.field.Conditions;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.FieldType;
import io.haina.field.FieldType.Shape;
import io.haina.field.RecordKind;
import io.haina.kind.Standing;
import io.haina.opportunity.OpportunityFields;
import io.haina.opportunity.Outcome;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.record.LinkKind;
import io.haina.record.LinkNames.Names;
import io.haina.record.Order;
import io.haina.record.Row;
import io.haina.tenant.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How the native API shows records and their fields. */
final class RecordNames {

    /**
     * Fields that are the name of what another field points at. That one shows id and name; these are only to filter and sort
     * by, for whoever sees that one.
     */
    private static final Map<String, String> NAMES_OF = Map.of(
            CommonFields.OWNER_NAME, CommonFields.OWNER_ID,
            CommonFields.CREATED_BY_NAME, CommonFields.CREATED_BY,
            OpportunityFields.CUSTOMER_NAME, OpportunityFields.CUSTOMER_ID,
            OpportunityFields.PIPELINE_NAME, OpportunityFields.PIPELINE_ID,
            OpportunityFields.STAGE_NAME, OpportunityFields.STAGE_ID,
            CustomerFields.CONTACT_NAME, "contactId");

    private static final int LONGEST_SORTED = 500;

    private static final Set<String> UNSORTED =
            Set.of(CommonFields.LAST_CONTENT, OpportunityFields.OUTCOME_REMARK, "contactAddress");

    private RecordNames() {}

    /** The fields that are shown, in the order of forms. */
    static List<Field> shown(FieldCatalog catalog) {
        return catalog.fields().stream()
                .filter(field -> !NAMES_OF.containsKey(field.name()))
                .toList();
    }

    /** A field that is shown, by its name. @throws Refused if there is none */
    static Field shown(FieldCatalog catalog, String name) {
        return catalog.fields().stream()
                .filter(field -> field.name().equals(name) && !NAMES_OF.containsKey(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    /** A field to filter or sort by. @throws Refused if there is none */
    static Field known(FieldCatalog catalog, String name) {
        shown(catalog, NAMES_OF.getOrDefault(name, name));
        return catalog.field(name);
    }

    private static Refused unknown(String name) {
        return Refused.invalid(JsonNames.told(name), Rule.UNKNOWN);
    }

    /** @throws Refused if the name is missing, or a value breaks a rule */
    static @Nullable PrimaryContact contact(@Nullable ContactDraft draft) {
        try {
            return draft == null ? null : PrimaryContact.of(draft.name(), draft.mobile());
        } catch (Refused refused) {
            throw refused.problem() instanceof Problem.Invalid invalid
                    ? new Refused(new Problem.Invalid(
                            invalid.field().equals(CustomerFields.CONTACT_NAME) ? "contact.name" : "contact.mobile",
                            invalid.rule(),
                            invalid.bound()))
                    : refused;
        }
    }

    static RecordItem item(Row row, Collection<Field> fields, Names names) {
        return new RecordItem(row.id(), row.uuid(), row.isStarred(), values(row, fields, names));
    }

    static RecordDetail detail(Row row, Collection<Field> fields, Names names, Standing standing) {
        return new RecordDetail(
                row.id(),
                row.uuid(),
                row.isStarred(),
                values(row, fields, names),
                new RecordMembers(people(row.readers(), names), people(row.writers(), names)),
                new May(standing.mayChange(), standing.mayDelete(), standing.mayTransfer()));
    }

    private static List<Link> people(List<Long> ids, Names names) {
        return ids.stream()
                .map(id -> new Link(id, names.of(LinkKind.STAFF, id)))
                .toList();
    }

    private static Map<String, @Nullable Object> values(Row row, Collection<Field> fields, Names names) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Field field : fields) {
            values.put(field.name(), shown(row, field, names));
        }
        return values;
    }

    private static @Nullable Object shown(Row row, Field field, Names names) {
        Object value = row.get(field.name());
        if (field.type() == FieldType.FILE && value instanceof List<?> files) {
            return names.files(row, files).stream().map(FileLink::of).toList();
        }
        LinkKind link = LinkKind.of(field).orElse(null);
        return link != null && value instanceof Long id ? new Link(id, names.of(link, id)) : value;
    }

    /** A field as the role has it. */
    static FieldShown field(RecordKind kind, Field field, Role role) {
        boolean readOnly = !field.isWritable() || field.rules().readOnlyFor().contains(role);
        return new FieldShown(
                field.name(),
                field.label(),
                ApiNames.word(field.type()),
                field.isCustom(),
                field.required(),
                field.rules().unique(),
                readOnly,
                field.isWritable() && !field.label().isEmpty(),
                isSortable(field),
                Order.isIndexed(kind, field, false) ? null : Order.MOST_SORTED,
                Conditions.operators(field.type()).stream().map(ApiNames::word).toList(),
                options(kind, field).stream()
                        .map(each -> new Option(each, each))
                        .toList(),
                field.maximumLength() > 0 ? field.maximumLength() : null,
                LinkKind.of(field).map(RecordNames::target).orElse(null),
                field.rules().hint(),
                field.rules().defaultValue(),
                field.rules().position(),
                field.rules().indexed(),
                ApiNames.words(new TreeSet<>(field.rules().hiddenFrom())),
                ApiNames.words(new TreeSet<>(field.rules().readOnlyFor())));
    }

    /** Lists, and texts of any length, have no order that anybody asks for. */
    static boolean isSortable(Field field) {
        return field.type().shape() != Shape.LIST
                && field.type() != FieldType.TEXTAREA
                && field.maximumLength() <= LONGEST_SORTED
                && !UNSORTED.contains(field.name());
    }

    /** Whether a sum of it says anything. */
    static boolean isNumber(Field field) {
        return switch (field.type()) {
            case NUMBER, DECIMAL, MONEY -> true;
            default -> false;
        };
    }

    private static List<String> options(RecordKind kind, Field field) {
        if (kind == RecordKind.CUSTOMER && field.name().equals(CustomerFields.STATUS)) {
            return Arrays.stream(CustomerStatus.values())
                    .map(CustomerStatus::key)
                    .toList();
        }
        if (kind == RecordKind.OPPORTUNITY && field.name().equals(OpportunityFields.OUTCOME)) {
            return Arrays.stream(Outcome.values()).map(Outcome::key).toList();
        }
        return field.rules().options();
    }

    private static String target(LinkKind link) {
        return switch (link) {
            case STAFF -> "staff";
            case DEPARTMENT -> "departments";
            case CUSTOMER -> ApiNames.kind(RecordKind.CUSTOMER);
            case CONTACT -> ApiNames.kind(RecordKind.CONTACT);
            case PIPELINE -> "pipelines";
            case STAGE -> "stages";
            case POOL -> "pools";
        };
    }
}
