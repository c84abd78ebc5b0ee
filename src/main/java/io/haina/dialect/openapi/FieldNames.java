package io.haina.dialect.openapi;

import io.haina.access.Actor;
import io.haina.catalog.CommonFields;
import io.haina.catalog.FieldOrigins;
import io.haina.customer.CustomerFields;
import io.haina.customer.CustomerRecordFields;
import io.haina.customer.CustomerStatus;
import io.haina.customer.WayKind;
import io.haina.dialect.openapi.FieldsWire.Child;
import io.haina.dialect.openapi.FieldsWire.Choice;
import io.haina.dialect.openapi.FieldsWire.CustomerField;
import io.haina.dialect.openapi.FieldsWire.FieldWish;
import io.haina.dialect.openapi.FieldsWire.Options;
import io.haina.field.Cascade;
import io.haina.field.Field;
import io.haina.field.FieldType;
import io.haina.integration.ExternalFields;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of document 004 for fields: what they are called, what they hold, and whether a client may write them. */
final class FieldNames {

    private static final String SYSTEM = "system";
    private static final String OWN = "custom";
    private static final String CHOICE = "select";
    private static final int ENABLED = 1;

    private static final Map<WayKind, String> WAYS =
            Map.of(WayKind.MOBILE, "手机", WayKind.EMAIL, "邮箱", WayKind.QQ, "QQ", WayKind.WECHAT, "微信");

    /** What the core does not name because people do not see it elsewhere. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry(CustomerFields.NAME, "客户名字"),
            Map.entry(CustomerRecordFields.ID, "客户id"),
            Map.entry(CustomerRecordFields.POOL_ID, "所属公海"),
            Map.entry(CustomerRecordFields.FIRST_OWNER_ID, "首次归属人"),
            Map.entry(CustomerRecordFields.FIRST_ASSIGNED_AT, "首次归属时间"),
            Map.entry(CustomerRecordFields.CREATOR, "创建人"),
            Map.entry(CustomerRecordFields.EDITOR, "更新人"),
            Map.entry(CustomerFields.STATUS, "客户状态"));

    /** Written by other means than a draft's values. */
    private static final Set<String> MOVED = Set.of(CommonFields.OWNER_ID, CustomerRecordFields.POOL_ID);

    private FieldNames() {}

    /** All fields, in the order in which a customer shows them. */
    static List<CustomerField> all(Actor actor, ExternalFields.Fields fields) {
        List<CustomerField> shown = new ArrayList<>();
        for (Field field : CrmNames.fields(fields.catalog())) {
            shown.add(of(actor, fields.origins(), field, shown.size() + 1));
            if (field.name().equals(CustomerFields.NAME)) {
                for (WayKind kind : WayKind.values()) {
                    shown.add(way(actor, fields.origins(), kind, shown.size() + 1));
                }
            }
        }
        return shown;
    }

    static boolean wants(FieldWish wish, CustomerField field) {
        return (wish.name() == null || field.name().contains(wish.name().strip()))
                && among(wish.category(), field.category())
                && among(wish.type(), field.type())
                && (wish.enabled() == null || wish.enabled() == (field.status() == ENABLED))
                && (wish.editable() == null || wish.editable() == field.editable());
    }

    private static boolean among(@Nullable List<String> wanted, String word) {
        return wanted == null || wanted.isEmpty() || wanted.contains(word);
    }

    private static CustomerField of(Actor actor, FieldOrigins origins, Field field, int sort) {
        String key = CrmNames.key(field.name());
        ZoneId zone = actor.tenant().zone();
        FieldOrigins.Origin origin = origins.own().get(field.customId());
        boolean editable = (field.isWritable() && !field.rules().readOnlyFor().contains(actor.role()))
                || MOVED.contains(field.name());
        return new CustomerField(
                OpenapiNames.account(actor),
                key,
                key,
                LABELS.getOrDefault(field.name(), field.label()),
                key,
                type(field),
                ENABLED,
                true,
                true,
                choices(field),
                options(field),
                OpenapiNames.time(origin == null ? origins.since() : origin.createdAt(), zone),
                OpenapiNames.time(origin == null ? origins.since() : origin.updatedAt(), zone),
                agent(origin == null ? null : origin.createdBy()),
                agent(origin == null ? null : origin.updatedBy()),
                null,
                sort,
                !field.isCustom(),
                field.required(),
                field.isCustom() ? OWN : SYSTEM,
                editable);
    }

    private static CustomerField way(Actor actor, FieldOrigins origins, WayKind kind, int sort) {
        String since = OpenapiNames.time(origins.since(), actor.tenant().zone());
        String system = agent(null);
        String key = kind.key();
        return new CustomerField(
                OpenapiNames.account(actor),
                key,
                key,
                WAYS.getOrDefault(kind, key),
                key,
                key,
                ENABLED,
                true,
                true,
                null,
                null,
                since,
                since,
                system,
                system,
                null,
                sort,
                true,
                false,
                SYSTEM,
                true);
    }

    private static String agent(@Nullable Long person) {
        return CrmNames.agent(person == null ? null : person.toString());
    }

    private static String type(Field field) {
        if (CrmNames.isList(field) || field.name().equals(CustomerFields.STATUS)) {
            return CHOICE;
        }
        return switch (field.type()) {
            case TEXT, ADDRESS, MOBILE, EMAIL, UUID -> "text";
            case TEXTAREA -> "textarea";
            case CHOICE -> CHOICE;
            case MULTI_CHOICE -> "multi";
            case CASCADE -> "cascade";
            case NUMBER, DECIMAL, MONEY -> "number";
            case DATE -> "date";
            case INSTANT -> "datetime";
            case FILE -> "file";
            case BOOLEAN -> "boolean";
            case STAFF -> "staff";
            case DEPARTMENT -> "department";
            case RECORD -> "text";
        };
    }

    private static @Nullable List<Choice> choices(Field field) {
        if (field.name().equals(CustomerFields.STATUS)) {
            return Stream.of(CustomerStatus.values())
                    .map(status -> new Choice(status.key(), status.key(), false))
                    .toList();
        }
        if (field.type() != FieldType.CHOICE && field.type() != FieldType.MULTI_CHOICE) {
            return null;
        }
        return field.rules().options().stream()
                .map(option ->
                        new Choice(option, option, option.equals(field.rules().defaultValue())))
                .toList();
    }

    private static @Nullable Options options(Field field) {
        if (field.type() != FieldType.CASCADE) {
            return null;
        }
        Cascade tree = Cascade.of(field.rules().options());
        return new Options(tree.level(), field.rules().fillLevel(), children(tree));
    }

    private static List<Child> children(Cascade tree) {
        return tree.children().entrySet().stream()
                .map(entry -> new Child(entry.getKey(), entry.getKey(), children(entry.getValue())))
                .toList();
    }
}
