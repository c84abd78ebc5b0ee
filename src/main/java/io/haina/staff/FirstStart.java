package io.haina.staff;

import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.tenant.Role;
import io.haina.tenant.Tenant;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives an empty store its tenant and somebody who can sign in, before the first request is accepted. Of several servers
 * that start at once one does it.
 */
@Component
class FirstStart implements SmartInitializingSingleton {

    static final String USERNAME = "admin";
    static final String PASSWORD = "admin123";

    /** Any number that nobody else of this database locks. */
    private static final long LOCK = 0x6861696e61L;

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final Sql sql;
    private final TenantRegister tenants;
    private final StaffRegister staff;
    private final TransactionTemplate transaction;

    FirstStart(Sql sql, TenantRegister tenants, StaffRegister staff, TransactionTemplate transaction) {
        this.sql = sql;
        this.tenants = tenants;
        this.staff = staff;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (empty()) {
            transaction.executeWithoutResult(status -> {
                sql.rows(new SqlText().add("select pg_advisory_xact_lock(?)", LOCK), (row, n) -> true);
                if (empty()) {
                    seed();
                }
            });
        }
    }

    private boolean empty() {
        return sql.row(
                        new SqlText().add("select not exists (select 1 from tenant) as empty"),
                        (row, n) -> row.getBoolean("empty"))
                .orElseThrow();
    }

    private void seed() {
        Tenant tenant = tenants.open("海纳", ZoneId.of("Asia/Shanghai"));
        StaffDraft admin = new StaffDraft(USERNAME, PASSWORD, "系统管理员", null, null, Role.ADMIN, "管理部", null);
        staff.found(tenant, admin, true);
        LOG.info("The store is new: it has the tenant {} and the user {} now", tenant.name(), USERNAME);
    }
}
