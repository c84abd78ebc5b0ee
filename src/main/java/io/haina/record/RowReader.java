package io.haina.record;

import io.haina.database.Rows;
import io.haina.field.Field;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a row by its fields: built-in fields from columns, a tenant's own from the jsonb. */
final class RowReader {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private RowReader() {}

    static Row row(ResultSet row, Collection<Field> fields) throws SQLException {
        JsonNode custom = JSON.readTree(row.getString("custom"));
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Field field : fields) {
            values.put(field.name(), field.isCustom() ? value(field, custom) : column(field, row));
        }
        return new Row(
                row.getLong("id"),
                Rows.uuid(row, "uuid"),
                values,
                row.getBoolean("starred"),
                numbers(row, "readers"),
                numbers(row, "writers"));
    }

    private static List<Long> numbers(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((Long[]) array.getArray());
    }

    private static @Nullable Object column(Field field, ResultSet row) throws SQLException {
        String name = field.name();
        return switch (field.type().shape()) {
            case TEXT -> row.getString(name);
            case WHOLE -> Rows.optionalLong(row, name);
            case DECIMAL -> row.getBigDecimal(name);
            case DATE -> date(row.getDate(name));
            case INSTANT -> Rows.optionalInstant(row, name);
            case BOOLEAN -> row.getObject(name) == null ? null : (Object) row.getBoolean(name);
            case UUID -> row.getObject(name, UUID.class);
            case LIST -> throw new SQLException("no built-in field is a list");
        };
    }

    private static @Nullable LocalDate date(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }

    private static @Nullable Object value(Field field, JsonNode custom) {
        JsonNode value = custom.get(Long.toString(field.customId()));
        if (value == null || value.isNull()) {
            return null;
        }
        return switch (field.type().shape()) {
            case TEXT, UUID -> value.asString();
            case WHOLE -> value.longValue();
            case DECIMAL -> new BigDecimal(value.asString());
            case DATE -> LocalDate.parse(value.asString());
            case INSTANT -> Instant.parse(value.asString());
            case BOOLEAN -> value.booleanValue();
            case LIST -> texts(value);
        };
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asString()));
        return List.copyOf(texts);
    }
}
