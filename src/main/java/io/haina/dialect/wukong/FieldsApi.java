package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.catalog.Catalogs;
import io.haina.customer.CustomerRecords;
import io.haina.dialect.Sent;
import io.haina.dialect.wukong.FieldWire.Column;
import io.haina.dialect.wukong.FieldWire.Form;
import io.haina.dialect.wukong.FieldWire.FormField;
import io.haina.dialect.wukong.FieldWire.Shown;
import io.haina.dialect.wukong.FieldWire.Wish;
import io.haina.dialect.wukong.WukongWire.Found;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.lead.Leads;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.record.Row;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Document 002, fields: what forms ask for, what lists show. */
@RestController
@RequestMapping("/api/field")
@Tag(name = "field", description = "字段")
class FieldsApi {

    private final Catalogs catalogs;
    private final Map<RecordKind, BiFunction<Actor, Long, Row>> records = new EnumMap<>(RecordKind.class);

    FieldsApi(Catalogs catalogs, Leads leads, CustomerRecords customers) {
        this.catalogs = catalogs;
        records.put(RecordKind.LEAD, leads::get);
        records.put(RecordKind.CUSTOMER, customers::get);
    }

    private Row record(Actor actor, RecordKind kind, long id) {
        return Objects.requireNonNull(records.get(kind)).apply(actor, id);
    }

    @RequestMapping("/queryField")
    @Operation(summary = "表单字段及选项,带 id 时含该记录的值")
    Found<List<FormField>> form(Actor actor, @Sent Wish wish) {
        RecordKind kind = kind(wish);
        Row row = wish.id() == null ? null : record(actor, kind, wish.id());
        return new Found<>(catalogs.of(actor, kind).fields().stream()
                .filter(Field::isWritable)
                .map(field ->
                        FormField.of(kind, field, actor.role(), FieldNames.options(field), value(actor, field, row)))
                .toList());
    }

    @RequestMapping("/queryListHead")
    @Operation(summary = "列表表头")
    Found<List<Column>> head(Actor actor, @Sent Wish wish) {
        RecordKind kind = kind(wish);
        return new Found<>(catalogs.of(actor, kind).fields().stream()
                .filter(field -> !field.label().isEmpty())
                .map(field -> {
                    Form form = FieldNames.form(kind, field);
                    return new Column(
                            RecordNames.key(kind, field),
                            field.label(),
                            form.number(),
                            form.word(),
                            RecordNames.fieldId(kind, field),
                            FieldNames.width(field));
                })
                .toList());
    }

    @RequestMapping("/information")
    @Operation(summary = "一条记录的基本信息")
    Found<List<Shown>> information(Actor actor, @Sent Wish wish) {
        RecordKind kind = kind(wish);
        FieldCatalog catalog = catalogs.of(actor, kind);
        Row row = record(actor, kind, WukongFilters.required("id", wish.id()));
        return new Found<>(catalog.fields().stream()
                .filter(field -> !field.label().isEmpty())
                .map(field -> {
                    Form form = FieldNames.form(kind, field);
                    return new Shown(
                            RecordNames.key(kind, field),
                            field.label(),
                            form.word(),
                            form.number(),
                            value(actor, field, row),
                            RecordNames.fieldId(kind, field));
                })
                .toList());
    }

    private static RecordKind kind(Wish wish) {
        Integer label = wish.label() == null ? wish.types() : wish.label();
        if (label == null) {
            throw Refused.invalid("label", Rule.REQUIRED);
        }
        return RecordNames.kind("label", label);
    }

    private static @Nullable Object value(Actor actor, Field field, @Nullable Row row) {
        return row == null
                ? null
                : RowNames.value(field, row.get(field.name()), actor.tenant().zone());
    }
}
