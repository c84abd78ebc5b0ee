package io.haina.system;

import io.haina.access.Scoped;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import org.springframework.stereotype.Repository;

/** What the database says of itself. */
@Repository
class SystemStore {

    private final Sql sql;

    SystemStore(Sql sql) {
        this.sql = sql;
    }

    record Database(String version, long bytes, long running, long waiting) {}

    Database read(Scoped scoped) {
        long tenant = scoped.actor().tenantId();
        return sql.row(
                        new SqlText().add("""
                                        select current_setting('server_version') as version,
                                            pg_database_size(current_database()) as bytes,
                                            (select count(*) from job where tenant_id = ? and state = 'running') as running,
                                            (select count(*) from job where tenant_id = ? and state = 'waiting') as waiting""", tenant, tenant),
                        (row, n) -> new Database(
                                row.getString("version"),
                                row.getLong("bytes"),
                                row.getLong("running"),
                                row.getLong("waiting")))
                .orElseThrow();
    }
}
