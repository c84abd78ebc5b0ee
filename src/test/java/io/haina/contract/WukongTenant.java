package io.haina.contract;

import io.haina.access.Actor;
import io.haina.staff.SignIn;
import io.haina.staff.StaffDraft;
import io.haina.staff.StaffRegister;
import io.haina.staff.TenantRegister;
import io.haina.tenant.Role;
import io.haina.tenant.Tenant;
import io.haina.testing.HainaServer;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The company in which the examples of document 002 were taken: one administrator, who signs in by a phone number, and a
 * colleague to hand work over to. Phone numbers are unique on a server, so it gives the number back when it is closed.
 */
final class WukongTenant implements AutoCloseable {

    static final String USERNAME = "18010181267";
    static final String PASSWORD = "wukong-123";

    private final HainaServer server = HainaServer.get();
    private final Tenant tenant;
    private final Actor admin;
    private final long colleague;

    WukongTenant() {
        tenant = server.bean(TenantRegister.class).open("临渊", ZoneId.of("Asia/Shanghai"));
        StaffRegister register = server.bean(StaffRegister.class);
        register.found(
                tenant, new StaffDraft(USERNAME, PASSWORD, "admin", null, USERNAME, Role.ADMIN, "全公司", null), false);
        admin = server.bean(SignIn.class)
                .signIn("test", Optional.empty(), USERNAME, PASSWORD)
                .actor();
        colleague = register.register(
                        admin, new StaffDraft("同事" + tenant.id(), PASSWORD, "同事", null, null, Role.SALES, "全公司", null))
                .id();
    }

    HainaServer server() {
        return server;
    }

    Actor admin() {
        return admin;
    }

    /** The number of somebody else. */
    long colleague() {
        return colleague;
    }

    @Override
    public void close() {
        server.jdbc()
                .update(
                        "update sign_in_name set name_key = name_key || '#' || tenant_id where tenant_id = ?",
                        tenant.id());
    }
}
