package io.haina;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The last words of a start: where the server is, who can sign in as long as nobody changed that, and what to try. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class StartupReport implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(StartupReport.class);

    private static final String ADMIN = """
            select username from staff where username = 'admin' and role = 'ADMIN' and must_change_password
                and tenant_id = (select min(id) from tenant) and disabled_at is null""";

    /** Whoever was not changed since the demo was made has its password still. */
    private static final String DEMO = """
            select username from staff where role = ? and tenant_id = (select min(id) from tenant)
                and disabled_at is null and not must_change_password and updated_at = created_at
            order by length(username), username limit 9""";

    private final JdbcTemplate jdbc;
    private final Environment environment;
    private final boolean demo;

    StartupReport(JdbcTemplate jdbc, Environment environment, @Value("${haina.demo:false}") boolean demo) {
        this.jdbc = jdbc;
        this.environment = environment;
        this.demo = demo;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        LOG.info("{}", text());
    }

    String text() {
        String address = "http://localhost:" + environment.getProperty("local.server.port", "3000");
        List<Account> accounts = accounts();
        Account first = accounts.isEmpty() ? new Account("<user>", "<password>") : accounts.getFirst();
        String listed = accounts.stream()
                .map(account -> "    " + account.username() + " / " + account.password() + "\n")
                .collect(Collectors.joining());
        return """
                Haina is ready: %1$s (its documents at %1$s/docs)
                %2$s  Try:
                    TOKEN=$(curl -s -X POST %1$s/api/auth/login -H 'Content-Type: application/json' \
                -d '{"username":"%3$s","password":"%4$s"}' | sed 's/.*"token" *: *"\\([^"]*\\)".*/\\1/')
                    curl -s -H "Authorization: Bearer $TOKEN" '%1$s/api/customers?page=1&limit=3'
                    curl -s -H "Authorization: Bearer $TOKEN" %1$s/api/stats/dashboard""".formatted(
                        address, listed.isEmpty() ? "" : "  Accounts:\n" + listed, first.username(), first.password());
    }

    private List<Account> accounts() {
        List<Account> accounts = new ArrayList<>();
        jdbc.queryForList(ADMIN, String.class).forEach(name -> accounts.add(new Account(name, "admin123")));
        if (demo) {
            for (String role : List.of("SALES_MANAGER", "SALES")) {
                jdbc.queryForList(DEMO, String.class, role).forEach(name -> accounts.add(new Account(name, "demo123")));
            }
        }
        return accounts;
    }

    private record Account(String username, String password) {}
}
