package io.haina.contract;

import io.haina.access.Actor;
import io.haina.activity.Activities;
import io.haina.activity.ActivityDraft;
import io.haina.activity.ActivityKind;
import io.haina.approval.ApprovalDraft;
import io.haina.approval.Approvals;
import io.haina.customer.CustomerDraft;
import io.haina.customer.CustomerStatus;
import io.haina.customer.Customers;
import io.haina.pool.Pool;
import io.haina.staff.SignIn;
import io.haina.staff.SignedIn;
import io.haina.staff.StaffDraft;
import io.haina.staff.StaffRegister;
import io.haina.staff.TenantRegister;
import io.haina.staff.WebTokens;
import io.haina.tenant.Role;
import io.haina.tenant.Tenant;
import io.haina.testing.HainaServer;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The company that document 000 speaks of, on the day on which its examples were taken: its administrator signs in as
 * {@code admin} with {@code admin123}. User names are unique on a server, so while it is open, it borrows that name from
 * the tenant of the first start.
 */
final class DocumentTenant implements AutoCloseable {

    static final LocalDateTime NOW = LocalDateTime.of(2024, 1, 20, 10, 30, 0);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String PASSWORD = "secret-123";
    private static final String PARKED = "admin (of the first start)";
    private static final int CLAIMS_A_DAY = 5;

    private final HainaServer server = HainaServer.get();
    private final Tenant tenant;
    private final Actor admin;
    private final SignedIn zhang;
    private final SignedIn li;
    private final List<UUID> pooled = new ArrayList<>();
    private final List<UUID> requests = new ArrayList<>();
    private final UUID expiring;
    private final UUID extendable;

    DocumentTenant() {
        at(LocalDateTime.of(2023, 12, 23, 10, 30));
        rename("admin", PARKED);
        tenant = server.bean(TenantRegister.class).open("文档公司", ZONE);
        StaffRegister register = server.bean(StaffRegister.class);
        register.found(tenant, new StaffDraft("admin", "admin123", "系统管理员", null, null, Role.ADMIN, "管理部", null), true);
        admin = server.bean(SignIn.class)
                .signIn("test", Optional.empty(), "admin", "admin123")
                .actor();
        hire("zhangsan", "张三", "华北团队");
        hire("lisi", "李四", "华南团队");
        SignedIn then = signIn("zhangsan");
        expiring = report(then.actor(), "XX科技有限公司", "互联网/软件", "转介绍");
        at(LocalDateTime.of(2024, 1, 1, 9, 0));
        SignedIn newYear = signIn("zhangsan");
        UUID won = report(newYear.actor(), "成交客户有限公司", "制造业", "展会");
        server.bean(Customers.class).changeStatus(newYear.actor(), won, CustomerStatus.WON);
        at(NOW);
        zhang = signIn("zhangsan");
        li = signIn("lisi");
        for (int n = 1; n <= CLAIMS_A_DAY + 2; n++) {
            UUID customer = report(zhang.actor(), "公海客户00" + n + "有限公司", "互联网/软件", "展会");
            server.bean(Pool.class).release(zhang.actor(), customer, "保护期自动到期");
            pooled.add(customer);
        }
        for (int n = 0; n < CLAIMS_A_DAY; n++) {
            server.bean(Pool.class).claim(li.actor(), pooled.removeLast());
        }
        extendable = report(signIn("admin", "admin123").actor(), "延期客户有限公司", "互联网/软件", "展会");
        requests.add(ask(expiring));
        requests.add(ask(report(zhang.actor(), "董事会审批有限公司", "互联网/软件", "展会")));
    }

    private UUID ask(UUID customer) {
        return server.bean(Approvals.class)
                .file(zhang.actor(), new ApprovalDraft("extension", customer, "客户决策流程较长", 15));
    }

    /** What happens between two calls of the document. */
    void before(Call call, String customer) {
        if (call.name().equals("04-check-duplicate-taken.http")) {
            report(zhang.actor(), "腾讯科技", "互联网/软件", "展会");
        }
        if (call.name().equals("08-detail.http")) {
            server.bean(Activities.class)
                    .add(
                            signIn("admin", "admin123").actor(),
                            new ActivityDraft(UUID.fromString(customer), ActivityKind.CALL, "电话沟通", "下周上门拜访"));
        }
    }

    private void hire(String username, String name, String team) {
        server.bean(StaffRegister.class)
                .register(admin, new StaffDraft(username, PASSWORD, name, null, null, Role.SALES, "销售部", team));
    }

    private SignedIn signIn(String username) {
        return signIn(username, PASSWORD);
    }

    private SignedIn signIn(String username, String password) {
        return server.bean(SignIn.class).signIn("test", Optional.empty(), username, password);
    }

    private UUID report(Actor actor, String name, String industry, String source) {
        return server.bean(Customers.class)
                .report(actor, new CustomerDraft(name, industry, "北京", source, "需要", "李先生", "13800138000"))
                .uuid();
    }

    private void at(LocalDateTime time) {
        server.clock().moveTo(time.atZone(ZONE).toInstant());
    }

    private void rename(String from, String to) {
        server.jdbc().update("update sign_in_name set name_key = ? where name_key = ?", to, from);
    }

    HainaServer server() {
        return server;
    }

    String salesToken() {
        return server.bean(WebTokens.class).issue(zhang);
    }

    /** The token of somebody who has made all claims of the day. */
    String busyToken() {
        return server.bean(WebTokens.class).issue(li);
    }

    String pooledCustomer(int number) {
        return pooled.get(number).toString();
    }

    /** A customer of the administrator's whose protection can be extended. */
    String extendableCustomer() {
        return extendable.toString();
    }

    /** The customer of a sales person that is about to be released. */
    String salesCustomer() {
        return expiring.toString();
    }

    String request(int number) {
        return requests.get(number).toString();
    }

    @Override
    public void close() {
        server.jdbc()
                .update(
                        "update sign_in_name set name_key = name_key || '#' || tenant_id where tenant_id = ?",
                        tenant.id());
        rename(PARKED, "admin");
        server.clock().reset();
    }
}
