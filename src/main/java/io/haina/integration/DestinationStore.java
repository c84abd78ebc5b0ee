package io.haina.integration;

import io.haina.access.Permit;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Tells what a number names that a customer is to go to. */
@Repository
class DestinationStore {

    private final Sql sql;

    DestinationStore(Sql sql) {
        this.sql = sql;
    }

    /** Where a customer goes. */
    enum Destination {
        PERSON,
        POOL
    }

    /** A person who may be given something, else a pool. */
    Optional<Destination> find(Permit permit, long number) {
        long tenant = permit.actor().tenantId();
        SqlText statement = new SqlText().add("""
                        select exists (select from staff where tenant_id = ? and id = ? and disabled_at is null) as person,
                            exists (select from pool where tenant_id = ? and id = ? and deleted_at is null) as pool""", tenant, number, tenant, number);
        return sql.row(statement, (row, n) -> {
                    if (row.getBoolean("person")) {
                        return Optional.of(Destination.PERSON);
                    }
                    return row.getBoolean("pool") ? Optional.of(Destination.POOL) : Optional.<Destination>empty();
                })
                .flatMap(found -> found);
    }
}
