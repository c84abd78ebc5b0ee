package io.haina.dialect.openapi;

import io.haina.access.Actor;
import io.haina.catalog.CommonFields;
import io.haina.customer.ContactWays;
import io.haina.customer.CustomerFields;
import io.haina.customer.CustomerRecordFields;
import io.haina.customer.WayKind;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.filter.Operator;
import io.haina.record.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What document 004 calls the fields of a customer and the conditions on them, and a customer in its words. */
final class CrmNames {

    static final String OWNER = "owner";
    static final String POOLS = "openSeaIds";
    static final String ID = "_id";
    static final String ACCOUNT = "accountId";

    private static final String BY_APP = "openApi";

    /** By the core's names, in the order of the document and then of the forms. Beside these, only a tenant's own are there. */
    private static final Map<String, String> KEYS = new LinkedHashMap<>();

    private static final Map<String, String> CORE = new HashMap<>();
    private static final Map<String, Operator> OPERATORS = new LinkedHashMap<>();
    private static final Map<Operator, String> WORDS = new HashMap<>();

    /** Written as lists, though the core keeps one. */
    private static final Set<String> LISTS = Set.of(CustomerFields.SOURCE, CustomerRecordFields.POOL_ID);

    static {
        KEYS.put(CustomerRecordFields.ID, ID);
        KEYS.put(CustomerFields.NAME, "customerName");
        KEYS.put(CustomerFields.SOURCE, "customerSource");
        KEYS.put(CommonFields.OWNER_ID, OWNER);
        KEYS.put(CustomerRecordFields.POOL_ID, POOLS);
        KEYS.put(CustomerRecordFields.ASSIGNED_AT, "assignTime");
        KEYS.put(CustomerRecordFields.FIRST_OWNER_ID, "firstOwner");
        KEYS.put(CustomerRecordFields.FIRST_ASSIGNED_AT, "firstAssignTime");
        KEYS.put(CustomerRecordFields.CREATE_METHOD, "createMethod");
        KEYS.put(CustomerRecordFields.VISITOR_ID, "visitorId");
        KEYS.put(CustomerRecordFields.CREATOR, "createAgent");
        KEYS.put(CommonFields.CREATED_AT, "createTime");
        KEYS.put(CustomerRecordFields.EDITOR, "updateAgent");
        KEYS.put(CommonFields.UPDATED_AT, "updateTime");
        KEYS.put(CustomerFields.INDUSTRY, "customerIndustry");
        KEYS.put(CustomerFields.REGION, "region");
        KEYS.put(CustomerFields.DEMAND, "demand");
        KEYS.put(CustomerRecordFields.TELEPHONE, "telephone");
        KEYS.put(CustomerRecordFields.WEBSITE, "website");
        KEYS.put(CustomerRecordFields.ADDRESS, "address");
        KEYS.put(CustomerRecordFields.DETAIL_ADDRESS, "detailAddress");
        KEYS.put(CustomerRecordFields.REMARK, "remark");
        KEYS.put(CommonFields.NEXT_CONTACT_AT, "nextContactTime");
        KEYS.put(CommonFields.LAST_ACTIVITY_AT, "lastContactTime");
        KEYS.put(CustomerFields.STATUS, "status");
        KEYS.forEach((name, key) -> CORE.put(key, name));
        OPERATORS.put("eq", Operator.IS);
        OPERATORS.put("ne", Operator.IS_NOT);
        OPERATORS.put("in", Operator.IN);
        OPERATORS.put("nin", Operator.NOT_IN);
        OPERATORS.put("contains", Operator.CONTAINS);
        OPERATORS.put("notContains", Operator.NOT_CONTAINS);
        OPERATORS.put("startWith", Operator.STARTS_WITH);
        OPERATORS.put("gt", Operator.GREATER);
        OPERATORS.put("gte", Operator.AT_LEAST);
        OPERATORS.put("lt", Operator.LESS);
        OPERATORS.put("lte", Operator.AT_MOST);
        OPERATORS.put("between", Operator.BETWEEN);
        OPERATORS.put("empty", Operator.IS_NULL);
        OPERATORS.put("notEmpty", Operator.IS_NOT_NULL);
        OPERATORS.forEach((word, operator) -> WORDS.put(operator, word));
    }

    private CrmNames() {}

    /** The document's key of a core field: that of a tenant's own is the core's name. */
    static String key(String name) {
        return KEYS.getOrDefault(name, name);
    }

    /** The core's name of a key: a field of the document's, or one of the tenant's own. */
    static Optional<String> name(FieldCatalog catalog, String key) {
        String name = CORE.get(key);
        return name != null
                ? catalog.find(name).map(Field::name)
                : catalog.find(key).filter(Field::isCustom).map(Field::name);
    }

    /** The fields of the document's, as far as the catalogue has them, in their order; then the tenant's own. */
    static List<Field> fields(FieldCatalog catalog) {
        Map<String, Field> fields = new LinkedHashMap<>();
        KEYS.keySet().forEach(name -> catalog.find(name).ifPresent(field -> fields.put(name, field)));
        catalog.fields().stream().filter(Field::isCustom).forEach(field -> fields.put(field.name(), field));
        return List.copyOf(fields.values());
    }

    static Optional<Operator> operator(String word) {
        return Optional.ofNullable(OPERATORS.get(word));
    }

    static String word(Operator operator) {
        return WORDS.getOrDefault(operator, operator.name());
    }

    /** Whether a field is written as a list of at most one. */
    static boolean isList(Field field) {
        return LISTS.contains(field.name());
    }

    /** Whoever made or changed something, of the core's text for it. */
    static String agent(@Nullable String agent) {
        return agent == null
                ? CustomerRecordFields.BY_SYSTEM
                : agent.equals(CustomerRecordFields.BY_APP) ? BY_APP : agent;
    }

    /** The core's text for whoever a client names; the core's own word for an app is nobody's here. */
    static String agentNamed(String agent) {
        return switch (agent.strip()) {
            case BY_APP -> CustomerRecordFields.BY_APP;
            case CustomerRecordFields.BY_APP -> BY_APP;
            default -> agent;
        };
    }

    /** Whether the document's word for an app passes, if a part of it is asked for. */
    static boolean passesApp(Operator operator, String part) {
        String word = BY_APP.toLowerCase(Locale.ROOT);
        String wanted = part.strip().toLowerCase(Locale.ROOT);
        return switch (operator) {
            case CONTAINS -> word.contains(wanted);
            case NOT_CONTAINS -> !word.contains(wanted);
            case STARTS_WITH -> word.startsWith(wanted);
            default -> false;
        };
    }

    /** Every key that a customer of the tenant has, whether there is a value or not. */
    static Map<String, @Nullable Object> row(Actor actor, FieldCatalog catalog, Row row) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put(ACCOUNT, OpenapiNames.account(actor));
        ContactWays ways = ContactWays.of(row);
        for (Field field : fields(catalog)) {
            shown.put(
                    key(field.name()),
                    value(field, row.get(field.name()), actor.tenant().zone()));
            if (field.name().equals(CustomerFields.NAME)) {
                for (WayKind kind : WayKind.values()) {
                    shown.put(
                            kind.key(),
                            ways.of(kind).stream()
                                    .map(way -> new CrmWire.Way(way.value(), way.memo()))
                                    .toList());
                }
            }
        }
        return shown;
    }

    private static @Nullable Object value(Field field, @Nullable Object value, ZoneId zone) {
        if (isList(field)) {
            return value == null ? List.of() : List.of(value.toString());
        }
        return switch (field.name()) {
            case CustomerRecordFields.CREATOR, CustomerRecordFields.EDITOR -> agent((String) value);
            case CustomerRecordFields.CREATE_METHOD -> value == null ? "" : value;
            default ->
                switch (value) {
                    case null -> null;
                    case Instant instant -> OpenapiNames.time(instant, zone);
                    case LocalDate date -> date.toString();
                    case BigDecimal number -> number;
                    case Long number ->
                        switch (field.type()) {
                            case STAFF, DEPARTMENT, RECORD -> number.toString();
                            default -> number;
                        };
                    default -> value;
                };
        };
    }
}
