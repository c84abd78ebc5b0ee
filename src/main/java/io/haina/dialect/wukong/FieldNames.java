package io.haina.dialect.wukong;

import io.haina.customer.CustomerFields;
import io.haina.dialect.wukong.FieldWire.Form;
import io.haina.dialect.wukong.SceneWire.Choice;
import io.haina.field.Field;
import io.haina.field.FieldType;
import io.haina.field.RecordKind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words and numbers of document 002 for the types of fields. */
final class FieldNames {

    private static final Map<FieldType, Form> FORMS = Map.ofEntries(
            Map.entry(FieldType.TEXT, new Form("text", 1)),
            Map.entry(FieldType.TEXTAREA, new Form("textarea", 2)),
            Map.entry(FieldType.CHOICE, new Form("select", 3)),
            Map.entry(FieldType.DATE, new Form("date", 4)),
            Map.entry(FieldType.NUMBER, new Form("number", 5)),
            Map.entry(FieldType.DECIMAL, new Form("floatnumber", 6)),
            Map.entry(FieldType.MONEY, new Form("floatnumber", 6)),
            Map.entry(FieldType.MOBILE, new Form("mobile", 7)),
            Map.entry(FieldType.FILE, new Form("file", 8)),
            Map.entry(FieldType.MULTI_CHOICE, new Form("checkbox", 9)),
            Map.entry(FieldType.STAFF, new Form("user", 10)),
            Map.entry(FieldType.DEPARTMENT, new Form("structure", 12)),
            Map.entry(FieldType.INSTANT, new Form("datetime", 13)),
            Map.entry(FieldType.EMAIL, new Form("email", 14)),
            Map.entry(FieldType.BOOLEAN, new Form("select", 3)),
            Map.entry(FieldType.ADDRESS, new Form("map_address", 18)),
            Map.entry(FieldType.RECORD, new Form("number", 5)),
            Map.entry(FieldType.UUID, new Form("text", 1)));

    /** Fields that a form chooses with a control of their own. */
    private static final Map<String, Form> SPECIAL = Map.of(
            "customerId", new Form("customer", 15),
            "contactId", new Form("contacts", 17),
            "pipelineId", new Form("business_type", 19),
            "stageId", new Form("business_status", 20));

    /** A yes and a no have no type of their own in this document. */
    private static final List<String> TRUTH = List.of("是", "否");

    private static final List<Choice> DEALS = List.of(new Choice("未成交", 0), new Choice("已成交", 1));

    private static final Set<FieldType> WIDE = Set.of(FieldType.TEXTAREA, FieldType.ADDRESS, FieldType.INSTANT);

    private static final Set<String> UNBROKEN = Set.of("detailAddress", "totalPrice", "discountRate");

    private FieldNames() {}

    static Form form(RecordKind kind, Field field) {
        Form special = RecordNames.isOwn(kind, field) ? null : SPECIAL.get(field.name());
        if (special != null) {
            return special;
        }
        if (isDeal(kind, field)) {
            return new Form("dealStatus", 3);
        }
        if (RecordNames.isOwn(kind, field)
                && field.type() == FieldType.TEXT
                && !field.rules().options().isEmpty()) {
            return new Form("select", 3);
        }
        return FORMS.getOrDefault(field.type(), new Form("text", 1));
    }

    /** How a form calls a field: built-in ones in snake_case, but those that the document prints otherwise. */
    static String formName(RecordKind kind, Field field) {
        String key = RecordNames.key(kind, field);
        if (RecordNames.isOwn(kind, field) || UNBROKEN.contains(key)) {
            return key;
        }
        StringBuilder name = new StringBuilder();
        key.chars().forEach(each -> {
            if (each >= 'A' && each <= 'Z') {
                name.append('_');
            }
            name.append((char) Character.toLowerCase(each));
        });
        return name.toString();
    }

    /** What a field is chosen from. */
    static List<String> options(Field field) {
        return field.type() == FieldType.BOOLEAN ? TRUTH : field.rules().options();
    }

    /** What a field that lists are narrowed by is called; empty for one that people do not know. */
    static String label(RecordKind kind, Field field) {
        return isDeal(kind, field) ? "成交状态" : field.label();
    }

    /** What a field is compared with, where that is known. */
    static List<?> choices(RecordKind kind, Field field) {
        return isDeal(kind, field) ? DEALS : options(field);
    }

    private static boolean isDeal(RecordKind kind, Field field) {
        return kind == RecordKind.CUSTOMER && field.name().equals(CustomerFields.STATUS);
    }

    /** Whether a value may occur once: so does a customer's name, which is compared with more than the same field. */
    static boolean isUnique(RecordKind kind, Field field) {
        return field.rules().unique()
                || (kind == RecordKind.CUSTOMER && field.name().equals(CustomerFields.NAME));
    }

    /** How wide a column is shown, in pixels. */
    static int width(Field field) {
        return WIDE.contains(field.type()) ? 200 : 120;
    }
}
