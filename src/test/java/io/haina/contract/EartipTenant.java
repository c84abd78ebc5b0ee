package io.haina.contract;

import io.haina.access.Actor;
import io.haina.contact.Contacts;
import io.haina.customer.CustomerRecords;
import io.haina.staff.SignIn;
import io.haina.staff.StaffDraft;
import io.haina.staff.StaffFiles;
import io.haina.staff.StaffRegister;
import io.haina.staff.TenantRegister;
import io.haina.tenant.Role;
import io.haina.tenant.Tenant;
import io.haina.testing.HainaServer;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The company in which the examples of document 001 were taken: an administrator, who signs in by a phone number, and a
 * colleague. Phone numbers are unique on a server, so it gives them back when it is closed.
 */
final class EartipTenant implements AutoCloseable {

    static final String USERNAME = "15331761337";
    static final String PASSWORD = "eartip-123";

    private final HainaServer server = HainaServer.get();
    private final Tenant tenant;
    private final Actor admin;
    private final long colleague;
    private final long organization;
    private final long contact;

    EartipTenant() {
        tenant = server.bean(TenantRegister.class).open("云南耳尖", ZoneId.of("Asia/Shanghai"));
        StaffRegister register = server.bean(StaffRegister.class);
        register.found(
                tenant,
                new StaffDraft("小耳尖" + tenant.id(), PASSWORD, "小耳尖", null, USERNAME, Role.ADMIN, null, null),
                false);
        admin = server.bean(SignIn.class)
                .signIn("test", Optional.empty(), USERNAME, PASSWORD)
                .actor();
        describe(admin.staffId(), "10000", "2020-09-02");
        colleague = register.register(
                        admin,
                        new StaffDraft(
                                "黄浩原" + tenant.id(), PASSWORD, "黄浩原", null, "13577133928", Role.SALES, null, null))
                .id();
        organization = server.bean(CustomerRecords.class).add(admin, Map.of("name", "云南耳尖"));
        contact = server.bean(Contacts.class).add(admin, Map.of("name", "赵丽萍", "customerId", organization));
        describe(colleague, "10001", null);
        server.bean(SignIn.class).signIn("test", Optional.empty(), "13577133928", PASSWORD);
    }

    private void describe(long staff, String number, @Nullable String lastDay) {
        Map<String, @Nullable Object> details = new HashMap<>(Map.of(
                "jobNumber", number,
                "sex", "MALE",
                "birthday", "2020-09-01 00:00:00",
                "title", 1,
                "enteredOn", "2020-09-01 00:00:00",
                "officialOn", "2020-09-02 00:00:00"));
        details.put("resignedOn", lastDay);
        server.bean(StaffFiles.class).change(admin, staff, details);
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

    /** The number of a company. */
    long organization() {
        return organization;
    }

    /** The number of somebody at the company. */
    long contact() {
        return contact;
    }

    @Override
    public void close() {
        server.jdbc()
                .update(
                        "update sign_in_name set name_key = name_key || '#' || tenant_id where tenant_id = ?",
                        tenant.id());
    }
}
