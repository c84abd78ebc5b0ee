package io.haina.exchange;

import io.haina.access.Actor;
import io.haina.customer.CustomerFields;
import io.haina.customer.CustomerStatus;
import io.haina.field.Field;
import io.haina.field.FieldType;
import io.haina.field.RecordKind;
import io.haina.opportunity.OpportunityFields;
import io.haina.opportunity.Outcome;
import io.haina.record.FieldFile;
import io.haina.record.LinkKind;
import io.haina.record.LinkNames;
import io.haina.record.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of records as cells: names for ids, times in the tenant's zone, numbers as numbers. An opportunity that has ended
 * stands at its end and no longer at a stage.
 */
final class CellValues {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final LinkNames names;
    private final Actor actor;
    private final RecordKind kind;
    private final List<Field> fields;
    private final ZoneId zone;
    private LinkNames.Names named = LinkNames.Names.NONE;

    CellValues(LinkNames names, Actor actor, RecordKind kind, List<Field> fields) {
        this.names = names;
        this.actor = actor;
        this.kind = kind;
        this.fields = fields;
        this.zone = actor.tenant().zone();
    }

    /** Finds out the names that some rows need, all at once. */
    void lookUp(List<Row> rows) {
        named = names.of(actor, kind, fields, rows);
    }

    /** The cells of a row, in the order of the fields. */
    List<@Nullable Object> of(Row row) {
        List<@Nullable Object> cells = new ArrayList<>(fields.size());
        for (Field field : fields) {
            cells.add(word(row, field).orElseGet(() -> cell(row, field)));
        }
        return cells;
    }

    /** What people say where a key is stored, and of what has ended; empty where what is stored says it. */
    private Optional<Object> word(Row row, Field field) {
        String name = field.name();
        if (kind == RecordKind.CUSTOMER && name.equals(CustomerFields.STATUS)) {
            return Optional.ofNullable(row.text(name))
                    .flatMap(CustomerStatus::of)
                    .map(CustomerStatus::label);
        }
        if (kind == RecordKind.OPPORTUNITY
                && (name.equals(OpportunityFields.STAGE_ID) || name.equals(OpportunityFields.OUTCOME))) {
            return Optional.ofNullable(row.text(OpportunityFields.OUTCOME))
                    .flatMap(Outcome::of)
                    .map(Outcome::label);
        }
        return Optional.empty();
    }

    private @Nullable Object cell(Row row, Field field) {
        return switch (row.get(field.name())) {
            case null -> null;
            case Instant instant -> TIME.format(instant.atZone(zone));
            case LocalDate date -> date.toString();
            case Boolean truth -> truth ? "是" : "否";
            case List<?> files
            when field.type() == FieldType.FILE ->
                named.files(row, files).stream().map(FieldFile::name).collect(Collectors.joining(","));
            case Collection<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(","));
            case Long id
            when LinkKind.of(field).isPresent() -> named.of(LinkKind.of(field).get(), id);
            case Number number
            when field.type() == FieldType.NUMBER
                    || field.type() == FieldType.DECIMAL
                    || field.type() == FieldType.MONEY -> number;
            case Object value -> value.toString();
        };
    }
}
