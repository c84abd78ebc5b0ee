package io.haina;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.HainaServer;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

class StartupReportTest {

    private final HainaServer server = HainaServer.get();

    @Test
    void it_tells_the_address_the_admin_of_a_new_store_and_what_to_try() {
        String text = server.bean(StartupReport.class).text();
        assertThat(text)
                .contains("http://localhost:" + server.port())
                .contains("admin / admin123")
                .contains("{\"username\":\"admin\",\"password\":\"admin123\"}")
                .doesNotContain("demo123");
        assertThat(text.lines().filter(line -> line.contains("curl"))).hasSize(3);
    }

    @Test
    void an_admin_with_a_password_of_their_own_is_not_listed() {
        server.jdbc().update("update staff set must_change_password = false where username = 'admin'");
        try {
            assertThat(server.bean(StartupReport.class).text())
                    .doesNotContain("admin123")
                    .contains("\"username\":\"<user>\"");
        } finally {
            server.jdbc().update("update staff set must_change_password = true where username = 'admin'");
        }
    }

    @Test
    void people_of_the_demo_are_listed_as_long_as_nobody_changed_them() {
        StartupReport report = new StartupReport(server.jdbc(), server.bean(Environment.class), true);
        assertThat(report.text()).doesNotContain("demo123");
        server.jdbc().update("""
                insert into staff (tenant_id, uuid, username, real_name, role, password_hash, created_at, updated_at)
                select min(id), gen_random_uuid(), 'manager1', '经理', 'SALES_MANAGER', '-', now(), now() from tenant""");
        try {
            assertThat(report.text()).contains("manager1 / demo123");
            server.jdbc().update("update staff set updated_at = now() where username = 'manager1'");
            assertThat(report.text()).doesNotContain("demo123");
        } finally {
            server.jdbc().update("delete from staff where username = 'manager1'");
        }
    }
}
