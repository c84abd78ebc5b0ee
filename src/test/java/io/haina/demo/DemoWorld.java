package io.haina.demo;

import io.haina.access.Actor;
import io.haina.staff.SignIn;
import io.haina.staff.StaffDraft;
import io.haina.staff.StaffRegister;
import io.haina.staff.TenantRegister;
import io.haina.stats.Tallies;
import io.haina.tenant.Role;
import io.haina.tenant.Tenant;
import io.haina.testing.HainaServer;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A company in a transaction that is never committed, so that its user names, unique on a server, are free again. */
final class DemoWorld {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final HainaServer server = HainaServer.get();
    private final DemoLoad load;
    private final Tenant tenant;

    private DemoWorld(Clock clock) {
        String admin = "demo-admin-" + NUMBER.incrementAndGet();
        tenant = server.bean(TenantRegister.class).open(admin, ZoneId.of("Asia/Shanghai"));
        StaffDraft draft = new StaffDraft(admin, "secret-123", "系统管理员", null, null, Role.ADMIN, "管理部", null);
        server.bean(StaffRegister.class).found(tenant, draft, false);
        load = new DemoLoad(
                server.bean(DemoStore.class),
                server.bean(Tallies.class),
                server.bean(TransactionTemplate.class),
                clock);
    }

    static void visit(Clock clock, Consumer<DemoWorld> visit) {
        HainaServer.get().bean(TransactionTemplate.class).executeWithoutResult(status -> {
            status.setRollbackOnly();
            visit.accept(new DemoWorld(clock));
        });
    }

    boolean load(DemoSize size, boolean bare) {
        return load.load(tenant, size, bare);
    }

    Tenant tenant() {
        return tenant;
    }

    <T> T bean(Class<T> type) {
        return server.bean(type);
    }

    JdbcTemplate jdbc() {
        return server.jdbc();
    }

    /** Somebody of the demo, signed in. */
    Actor signedIn(String username) {
        return server.bean(SignIn.class)
                .signIn("test", Optional.empty(), username, DemoLoad.PASSWORD)
                .actor();
    }

    Actor admin() {
        return server.bean(SignIn.class)
                .signIn("test", Optional.empty(), tenant.name(), "secret-123")
                .actor();
    }

    /** Rows of a query in which {@code ?} stands for the tenant once, as texts. */
    List<String> texts(String sql) {
        return jdbc().queryForList(sql, String.class, tenant.id());
    }

    long count(String sql) {
        Long count = jdbc().queryForObject("select count(*) from (" + sql + ") found", Long.class, tenant.id());
        return count == null ? 0 : count;
    }
}
