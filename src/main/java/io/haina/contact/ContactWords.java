package io.haina.contact;

import io.haina.database.Grams;
import io.haina.field.RecordKind;
import io.haina.record.RecordSearch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes down the words of contacts that were reported before contacts could be searched for: once, with the step of the
 * schema, because what words are made into is computed here and not in the database.
 */
@Component
class ContactWords implements JavaMigration {

    private static final int AT_ONCE = 1000;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("9.1");
    }

    @Override
    public String getDescription() {
        return "contact words";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement reading = connection.createStatement();
                PreparedStatement writing = connection.prepareStatement("""
                        insert into record_search (tenant_id, kind, record_id, text, grams)
                        values (?, 'contact', ?, ?, ?) on conflict do nothing""")) {
            reading.setFetchSize(AT_ONCE);
            int waiting = 0;
            try (ResultSet row = reading.executeQuery(
                    "select tenant_id, id, name, phone, telephone from contact where deleted_at is null")) {
                while (row.next()) {
                    long tenant = row.getLong("tenant_id");
                    String words = RecordSearch.words(
                            row.getString("name"), row.getString("phone"), row.getString("telephone"));
                    writing.setLong(1, tenant);
                    writing.setLong(2, row.getLong("id"));
                    writing.setString(3, words);
                    writing.setObject(4, Grams.of(RecordSearch.seed(tenant, RecordKind.CONTACT), words));
                    writing.addBatch();
                    waiting++;
                    if (waiting % AT_ONCE == 0) {
                        writing.executeBatch();
                    }
                }
            }
            writing.executeBatch();
        }
    }
}
