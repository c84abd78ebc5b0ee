package io.haina.demo;

import io.haina.staff.TenantRegister;
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
 * are manager1, manager2 … one a team, and sales1, sales2 …, all with the password {@code demo123}.
 */
@Component
@Order(DemoData.ORDER)
public class DemoData implements ApplicationRunner {

    /** After the first start's own records, before the report of the start. */
    public static final int ORDER = 100;

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

    private final DemoStore store;
    private final DemoLoad load;
    private final TenantRegister tenants;
    private final DemoSize size;
    private final boolean wanted;

    DemoData(
            DemoStore store,
            DemoLoad load,
            TenantRegister tenants,
            @Value("${haina.demo:false}") boolean wanted,
            @Value("${haina.demo.customers:300}") int customers,
            @Value("${haina.demo.teams:2}") int teams,
            @Value("${haina.demo.staff:12}") int staff) {
        this.store = store;
        this.load = load;
        this.tenants = tenants;
        this.wanted = wanted;
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
                LOG.info("Demo: {} customers loaded in {} s", size.customers(), took.toMillis() / 1000.0);
            }
        });
    }
}
