package io.haina.outreach;

import io.haina.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads rows of {@code outreach r}. */
final class OutreachRows {

    static final String COLUMNS = """
            r.id, r.uuid, r.name, r.position, r.contact, r.reply_status, r.wechat_exchanged, r.account_id, r.worker_id,
            r.notes, r.contacted_at, r.lead_id, r.owner_id, r.team_id, r.created_at""";

    private OutreachRows() {}

    static OutreachRecord read(ResultSet row) throws SQLException {
        return new OutreachRecord(
                row.getLong("id"),
                Rows.uuid(row, "uuid"),
                row.getString("name"),
                row.getString("position"),
                row.getString("contact"),
                row.getString("reply_status"),
                row.getBoolean("wechat_exchanged"),
                Rows.optionalLong(row, "account_id"),
                row.getString("worker_id"),
                row.getString("notes"),
                Rows.optionalInstant(row, "contacted_at"),
                Rows.optionalLong(row, "lead_id"),
                row.getLong("owner_id"),
                Rows.optionalLong(row, "team_id"),
                Rows.instant(row, "created_at"));
    }
}
