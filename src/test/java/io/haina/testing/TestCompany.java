package io.haina.testing;

import io.haina.access.Actor;
import io.haina.staff.SignIn;
import io.haina.staff.SignedIn;
import io.haina.staff.Staff;
import io.haina.staff.StaffDraft;
import io.haina.staff.StaffRegister;
import io.haina.staff.TenantRegister;
import io.haina.staff.WebTokens;
import io.haina.tenant.Role;
import io.haina.tenant.Tenant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A tenant of one test's own: an admin, and two teams with a manager and three sales people each, all signed in. Nobody
 * else touches it.
 */
public final class TestCompany {

    /** Everybody's password. */
    public static final String PASSWORD = "secret-123";

    public static final String EAST = "华东团队";
    public static final String SOUTH = "华南团队";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int SALES_PEOPLE = 3;

    private final HainaServer server;
    private final int number = NUMBER.incrementAndGet();
    private final Tenant tenant;
    private final Person admin;
    private final Person eastManager;
    private final Person southManager;
    private final List<Person> east;
    private final List<Person> south;

    private TestCompany(HainaServer server) {
        this.server = server;
        this.tenant = server.bean(TenantRegister.class).open("测试公司" + number, ZoneId.of("Asia/Shanghai"));
        StaffDraft draft =
                new StaffDraft("admin-" + number, PASSWORD, "管理员" + number, null, null, Role.ADMIN, "管理部", null);
        this.admin = signIn(server.bean(StaffRegister.class).found(tenant, draft, false));
        this.eastManager = hire("manager-east-" + number, Role.SALES_MANAGER, EAST);
        this.southManager = hire("manager-south-" + number, Role.SALES_MANAGER, SOUTH);
        this.east = sales("sales-east-", EAST);
        this.south = sales("sales-south-", SOUTH);
    }

    /** A new company on the shared server. */
    public static TestCompany create() {
        return new TestCompany(HainaServer.get());
    }

    private List<Person> sales(String prefix, String team) {
        return java.util.stream.IntStream.rangeClosed(1, SALES_PEOPLE)
                .mapToObj(n -> hire(prefix + number + "-" + n, Role.SALES, team))
                .toList();
    }

    /** Registers one more person, signed in, who keeps the password. The user name is the person's name too. */
    public Person hire(String username, Role role, @Nullable String team) {
        StaffDraft draft = new StaffDraft(username, PASSWORD, username, null, null, role, "销售部", team);
        Staff staff = server.bean(StaffRegister.class).register(admin.actor(), draft);
        server.jdbc().update("update staff set must_change_password = false where id = ?", staff.id());
        return signIn(staff);
    }

    private Person signIn(Staff staff) {
        SignedIn signedIn = server.bean(SignIn.class).signIn("test", Optional.empty(), staff.username(), PASSWORD);
        return new Person(
                signedIn.staff(), signedIn.actor(), server.bean(WebTokens.class).issue(signedIn));
    }

    /** Signs a person in once more: a session and a token beside the first. */
    public Person again(Person person) {
        return signIn(person.staff());
    }

    /** The tenant as it was made; its settings may have been changed since. */
    public Tenant tenant() {
        return tenant;
    }

    public long tenantId() {
        return tenant.id();
    }

    /** A number that no other company of this JVM has, for names that must be unique. */
    public int number() {
        return number;
    }

    public Person admin() {
        return admin;
    }

    public Person eastManager() {
        return eastManager;
    }

    public Person southManager() {
        return southManager;
    }

    /** The first of the sales people of the east team. */
    public Person sales() {
        return east.getFirst();
    }

    public List<Person> east() {
        return east;
    }

    public List<Person> south() {
        return south;
    }

    /** Somebody of the company. @param actor of the sign-in that the token belongs to */
    public record Person(Staff staff, Actor actor, String token) {

        /** A client that sends this person's token. */
        public Http http() {
            return HainaServer.get().http(token);
        }

        public String name() {
            return staff.realName();
        }
    }
}
