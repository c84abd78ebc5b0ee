package io.haina.dialect.wukong;

import io.haina.catalog.CommonFields;
import io.haina.customer.CustomerFields;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.filter.Operator;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What document 002 calls the kinds of record, their fields and the conditions on them. */
final class RecordNames {

    /** Where the numbers of built-in fields begin, far beyond those that the database gives to a tenant's own. */
    private static final long BUILT_IN = 9_000_000_000L;

    private static final Map<RecordKind, Integer> LABELS = new EnumMap<>(Map.of(
            RecordKind.LEAD,
            1,
            RecordKind.CUSTOMER,
            2,
            RecordKind.CONTACT,
            3,
            RecordKind.PRODUCT,
            4,
            RecordKind.OPPORTUNITY,
            5));

    /** The id of a record of the kind. */
    private static final Map<RecordKind, String> IDS = new EnumMap<>(Map.of(
            RecordKind.LEAD, "leadsId",
            RecordKind.CUSTOMER, "customerId",
            RecordKind.CONTACT, "contactsId",
            RecordKind.PRODUCT, "productId",
            RecordKind.OPPORTUNITY, "businessId"));

    private static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry(CommonFields.OWNER_ID, "ownerUserId"),
            Map.entry(CommonFields.OWNER_NAME, "ownerUserName"),
            Map.entry(CommonFields.CREATED_BY, "createUserId"),
            Map.entry(CommonFields.CREATED_BY_NAME, "createUserName"),
            Map.entry(CommonFields.CREATED_AT, "createTime"),
            Map.entry(CommonFields.UPDATED_AT, "updateTime"),
            Map.entry(CommonFields.NEXT_CONTACT_AT, "nextTime"),
            Map.entry(CommonFields.LAST_ACTIVITY_AT, "lastTime"));

    private static final Map<RecordKind, Map<String, String>> OWN = new EnumMap<>(Map.of(
            RecordKind.LEAD,
            Map.of("name", "leadsName", "converted", "isTransform"),
            RecordKind.CUSTOMER,
            Map.ofEntries(
                    Map.entry("name", "customerName"),
                    Map.entry("status", "dealStatus"),
                    Map.entry("wonAt", "dealTime"),
                    Map.entry("locked", "isLock"),
                    Map.entry("heldSince", "receiveTime"),
                    Map.entry("pooledAt", "poolTime"),
                    Map.entry("lastOwnerId", "preOwnerUserId"),
                    Map.entry("contactId", "contactsId"),
                    Map.entry("contactName", "contactsName"),
                    Map.entry("contactPhone", "contactsMobile"),
                    Map.entry("contactAddress", "contactsAddress"),
                    Map.entry("opportunities", "businessCount")),
            RecordKind.OPPORTUNITY,
            Map.ofEntries(
                    Map.entry("name", "businessName"),
                    Map.entry("contactId", "contactsId"),
                    Map.entry("dealAt", "dealDate"),
                    Map.entry("pipelineId", "typeId"),
                    Map.entry("pipelineName", "typeName"),
                    Map.entry("stageId", "statusId"),
                    Map.entry("stageName", "statusName"),
                    Map.entry("outcome", "isEnd"),
                    Map.entry("outcomeRemark", "statusRemark")),
            RecordKind.PRODUCT,
            Map.of("code", "num", "category", "categoryName")));

    private static final Map<String, RecordKind> CHAPTERS = Map.of(
            "/api/CrmLeads/",
            RecordKind.LEAD,
            "/api/CrmCustomer/",
            RecordKind.CUSTOMER,
            "/api/CrmCustomerPool/",
            RecordKind.CUSTOMER,
            "/api/CrmContacts/",
            RecordKind.CONTACT,
            "/api/CrmBusiness/",
            RecordKind.OPPORTUNITY,
            "/api/CrmProduct/",
            RecordKind.PRODUCT);

    /** Built-in fields that the document treats as a company's own: keyed by what people call them. */
    private static final Map<RecordKind, Set<String>> AS_OWN = Map.of(
            RecordKind.CUSTOMER,
            Set.of(CustomerFields.SOURCE, CustomerFields.INDUSTRY, CustomerFields.REGION, CustomerFields.DEMAND));

    private static final Map<String, Operator> CONDITIONS = Map.ofEntries(
            Map.entry("is", Operator.IS),
            Map.entry("isNot", Operator.IS_NOT),
            Map.entry("contains", Operator.CONTAINS),
            Map.entry("notContains", Operator.NOT_CONTAINS),
            Map.entry("startWith", Operator.STARTS_WITH),
            Map.entry("endWith", Operator.ENDS_WITH),
            Map.entry("isNull", Operator.IS_NULL),
            Map.entry("isNotNull", Operator.IS_NOT_NULL),
            Map.entry("gt", Operator.GREATER),
            Map.entry("egt", Operator.AT_LEAST),
            Map.entry("lt", Operator.LESS),
            Map.entry("elt", Operator.AT_MOST),
            Map.entry("in", Operator.IN));

    private RecordNames() {}

    /** The document's number of a kind. */
    static int label(RecordKind kind) {
        return LABELS.getOrDefault(kind, 0);
    }

    /** The kind of a number. @throws Refused if there is none */
    static RecordKind kind(String name, long label) {
        return LABELS.entrySet().stream()
                .filter(entry -> entry.getValue() == label)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> Refused.invalid(name, Rule.NOT_A_CHOICE));
    }

    /** What the id of a record of the kind is called. */
    static String id(RecordKind kind) {
        return IDS.getOrDefault(kind, "id");
    }

    /** Whether the document keys the field by what people call it: a company's own, and those it takes for such. */
    static boolean isOwn(RecordKind kind, Field field) {
        return field.isCustom() || AS_OWN.getOrDefault(kind, Set.of()).contains(field.name());
    }

    /** The key of a field in a row: what people call one of a company's own, or its name where that key is another's. */
    static String key(RecordKind kind, Field field) {
        if (isOwn(kind, field)) {
            return KeyNames.isTaken(kind, field.label()) ? field.name() : field.label();
        }
        String own = OWN.getOrDefault(kind, Map.of()).get(field.name());
        return own != null ? own : common(field.name());
    }

    /** The key of a core field among the kind's, for telling a client what is wrong with it. */
    static String key(RecordKind kind, String name) {
        String own = OWN.getOrDefault(kind, Map.of()).get(name);
        return own != null ? own : common(name);
    }

    /** The key of a core field that every kind has. */
    static String common(String name) {
        return COMMON.getOrDefault(name, name);
    }

    /** The kind whose chapter a path belongs to, if it is one of the five. */
    static Optional<RecordKind> ofPath(String path) {
        return CHAPTERS.entrySet().stream()
                .filter(entry -> path.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The field that a client names: by a row's key, in snake case too, or by what people call it. */
    static Optional<Field> field(RecordKind kind, FieldCatalog catalog, String name) {
        String wanted = camel(name);
        Map<String, Field> byKey = new HashMap<>();
        catalog.fields().forEach(field -> byKey.putIfAbsent(key(kind, field), field));
        Field found = byKey.get(wanted);
        return found != null
                ? Optional.of(found)
                : Optional.ofNullable(byKey.get(name))
                        .or(() -> KeyNames.isTaken(kind, name) ? Optional.empty() : catalog.labelled(name));
    }

    /** The number of a field: that of a company's own is the database's. */
    static long fieldId(RecordKind kind, Field field) {
        return field.isCustom()
                ? field.customId()
                : BUILT_IN + label(kind) * 10_000_000L + (field.name().hashCode() & 0xFFFFF);
    }

    /** Fields by their numbers. */
    static Map<Long, Field> byId(RecordKind kind, FieldCatalog catalog) {
        Map<Long, Field> byId = new LinkedHashMap<>();
        catalog.fields().forEach(field -> byId.put(fieldId(kind, field), field));
        return byId;
    }

    /** The operator of a condition's word, if it is one. */
    static Optional<Operator> condition(String word) {
        return Optional.ofNullable(CONDITIONS.get(word));
    }

    /** Numbers of records with commas between them. */
    static String ids(List<Long> ids) {
        return ids.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    /** {@code leads_name} as {@code leadsName}; what has no underscore stays. */
    static String camel(String name) {
        if (name.indexOf('_') < 0) {
            return name;
        }
        StringBuilder camel = new StringBuilder();
        for (String part : name.split("_", -1)) {
            camel.append(
                    camel.isEmpty() || part.isEmpty()
                            ? part
                            : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return camel.toString();
    }
}
