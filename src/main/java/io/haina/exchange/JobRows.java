package io.haina.exchange;

import io.haina.database.Rows;
import io.haina.exchange.Job.Failure;
import io.haina.field.RecordKind;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the rows of table {@code job}. */
final class JobRows {

    static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private JobRows() {}

    static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getLong("tenant_id"),
                row.getLong("id"),
                Rows.uuid(row, "uuid"),
                JobKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                RecordKind.of(row.getString("record_kind")).orElseThrow(() -> new SQLException("unknown kind")),
                row.getLong("staff_id"),
                JobState.of(row.getString("state")),
                row.getString("file_name"),
                texts(row.getArray("header")),
                Rows.optionalLong(row, "undoes_id"),
                Rows.optionalLong(row, "total"),
                row.getBoolean("dry_run"),
                row.getLong("done"),
                row.getLong("created"),
                row.getLong("changed"),
                row.getLong("skipped"),
                row.getLong("errors"),
                failure(row.getString("failure")),
                Rows.instant(row, "created_at"),
                Rows.optionalInstant(row, "started_at"),
                Rows.optionalInstant(row, "finished_at"));
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private static @Nullable Failure failure(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, Failure.class);
    }
}
