package io.haina.demo;

import io.haina.access.Actor;
import io.haina.app.AppDraft;
import io.haina.app.Apps;
import io.haina.app.Replay;
import io.haina.staff.TenantRegister;
import io.haina.tenant.Role;
import io.haina.tenant.Tenant;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Fills the first company at the first start with {@code haina.demo=true}, so that every list and statistic has something
 * to show: {@code haina.demo.customers}, {@code haina.demo.teams} and {@code haina.demo.staff} say how much. The accounts
 * are manager1, manager2 … one a team, and sales1, sales2 …, all with the password {@code demo123}. An app
 * 1090 with the secret {@code demo-secret-1090} signs as the clients' vectors do.
 */
@Component
@Order(DemoData.ORDER)
public class DemoData implements ApplicationRunner {

    /** After the first start's own records, before the report of the start. */
    public static final int ORDER = 100;

    private static final long APPID = 1090;
    private static final String SECRET = "demo-secret-1090";
    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

    private final DemoStore store;
    private final DemoLoad load;
    private final TenantRegister tenants;
    private final Apps apps;
    private final DemoSize size;
    private final boolean wanted;

    DemoData(
            DemoStore store,
            DemoLoad load,
            TenantRegister tenants,
            @Value("${haina.demo:false}") boolean wanted,
            Apps apps,
            @Value("${haina.demo.customers:300}") int customers,
            @Value("${haina.demo.teams:2}") int teams,
            @Value("${haina.demo.staff:12}") int staff) {
        this.store = store;
        this.load = load;
        this.tenants = tenants;
        this.wanted = wanted;
        this.apps = apps;
        this.size = new DemoSize(customers, teams, staff);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!wanted) {
            return;
        }
        store.firstTenant().map(tenants::get).ifPresent(tenant -> {
            long began = System.nanoTime();
            if (load.load(tenant, size)) {
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                store.admin(tenant).ifPresent(admin -> makeApp(tenant, admin));
                LOG.info("Demo: {} customers loaded in {} s", size.customers(), took.toMillis() / 1000.0);
            }
        });
    }

    /** The app of document 004's examples, which use one nonce for several calls. */
    private void makeApp(Tenant tenant, DemoStore.Admin admin) {
        Actor actor = new Actor(
                tenant, admin.id(), admin.uuid(), admin.username(), admin.realName(), Role.ADMIN, null, null, 0);
        AppDraft draft = new AppDraft("官网与小程序", null, null, null, null, Replay.PER_REQUEST, null);
        apps.make(actor, APPID, SECRET, draft);
    }
}
