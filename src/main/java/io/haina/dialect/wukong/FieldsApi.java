package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.catalog.Catalogs;
import io.haina.contact.Contacts;
import io.haina.customer.CustomerFields;
import io.haina.customer.CustomerRecords;
import io.haina.customer.Customers;
import io.haina.dialect.Sent;
import io.haina.dialect.wukong.BusinessWire.Group;
import io.haina.dialect.wukong.FieldWire.Column;
import io.haina.dialect.wukong.FieldWire.Form;
import io.haina.dialect.wukong.FieldWire.FormField;
import io.haina.dialect.wukong.FieldWire.Shown;
import io.haina.dialect.wukong.FieldWire.Wish;
import io.haina.dialect.wukong.WukongWire.Done;
import io.haina.dialect.wukong.WukongWire.Found;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.lead.Leads;
import io.haina.opportunity.Opportunities;
import io.haina.opportunity.OpportunityFields;
import io.haina.opportunity.Pipelines;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.product.Products;
import io.haina.record.Records;
import io.haina.record.Row;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private final Pipelines pipelines;
    private final Customers customers;
    private final Records records;
    private final Map<RecordKind, BiFunction<Actor, Long, Row>> getters = new EnumMap<>(RecordKind.class);

    FieldsApi(
            Catalogs catalogs,
            Pipelines pipelines,
            Customers customers,
            Records records,
            Leads leads,
            CustomerRecords customerRecords,
            Contacts contacts,
            Products products,
            Opportunities opportunities) {
        this.catalogs = catalogs;
        this.pipelines = pipelines;
        this.customers = customers;
        this.records = records;
        getters.put(RecordKind.LEAD, leads::get);
        getters.put(RecordKind.CUSTOMER, customerRecords::get);
        getters.put(RecordKind.CONTACT, contacts::get);
        getters.put(RecordKind.PRODUCT, products::get);
        getters.put(RecordKind.OPPORTUNITY, opportunities::get);
    }

    private Row record(Actor actor, RecordKind kind, long id) {
        return Objects.requireNonNull(getters.get(kind)).apply(actor, id);
    }

    @RequestMapping("/queryField")
    @Operation(summary = "表单字段及选项,带 id 时含该记录的值")
    Found<List<FormField>> form(Actor actor, @Sent Wish wish) {
        RecordKind kind = kind(wish);
        Row row = wish.id() == null ? null : record(actor, kind, wish.id());
        return new Found<>(catalogs.of(actor, kind).fields().stream()
                .filter(Field::isWritable)
                .map(field -> {
                    // What a form begins with is nothing that a record has.
                    Object value = row == null ? null : Objects.requireNonNullElse(value(actor, field, row), "");
                    return FormField.of(kind, field, actor.role(), setting(actor, kind, field), value);
                })
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

    /** A name that a customer has already is refused as its report would be. */
    @RequestMapping("/verify")
    @Operation(summary = "校验字段值:格式与唯一性")
    Done verify(Actor actor, @Sent Wish wish) {
        RecordKind kind = kind(wish);
        FieldCatalog catalog = catalogs.of(actor, kind);
        Field field = wish.fieldId() == null
                ? RecordNames.field(kind, catalog, WukongFilters.required("name", wish.name()))
                        .orElseThrow(() -> Refused.invalid("name", Rule.UNKNOWN))
                : Optional.ofNullable(RecordNames.byId(kind, catalog).get(wish.fieldId()))
                        .orElseThrow(() -> Refused.invalid("fieldId", Rule.UNKNOWN));
        String value = wish.val() == null ? wish.value() : wish.val();
        records.verify(actor, kind, field.name(), value, wish.id());
        if (kind == RecordKind.CUSTOMER && field.name().equals(CustomerFields.NAME)) {
            Row own = wish.id() == null ? null : record(actor, kind, wish.id());
            customers
                    .check(actor, value)
                    .filter(other ->
                            other.exact() && (own == null || !other.uuid().equals(own.uuid())))
                    .ifPresent(other -> {
                        throw new Refused(new Problem.DuplicateCustomer(
                                other.name(), other.ownerName(), other.team(), other.reportedAt(), other.pooled()));
                    });
        }
        return new Done();
    }

    /** What a field is chosen from: of an opportunity's pipeline the pipelines with their stages, of its stage all stages. */
    private List<?> setting(Actor actor, RecordKind kind, Field field) {
        boolean pipeline = field.name().equals(OpportunityFields.PIPELINE_ID);
        if (kind != RecordKind.OPPORTUNITY || !(pipeline || field.name().equals(OpportunityFields.STAGE_ID))) {
            return FieldNames.options(field);
        }
        List<Group> groups = pipelines.of(actor).stream().map(Group::of).toList();
        return pipeline
                ? groups
                : groups.stream().flatMap(group -> group.statusList().stream()).toList();
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
