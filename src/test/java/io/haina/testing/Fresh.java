package io.haina.testing;

import io.haina.access.Actor;
import io.haina.customer.CustomerDraft;
import io.haina.customer.Customers;
import io.haina.staff.TenantRegister;
import io.haina.staff.WebTokens;
import io.haina.tenant.DataScope;
import io.haina.tenant.Tenant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Short words for what tests of reach and ownership do again and again. */
public final class Fresh {

    private static final HainaServer SERVER = HainaServer.get();

    private Fresh() {}

    /** The actor of somebody's next request. */
    public static Actor actor(TestCompany.Person person) {
        return SERVER.bean(WebTokens.class).actor(person.token());
    }

    /** Reports a customer for a person. @return its number */
    public static long customer(Actor owner, String name) {
        UUID uuid = SERVER.bean(Customers.class)
                .report(owner, new CustomerDraft(name, "制造业", null, "展会", null, null, null))
                .uuid();
        return id(uuid);
    }

    public static long id(UUID customer) {
        return number("select id from customer where uuid = ?", customer);
    }

    public static UUID uuid(long customer) {
        return Objects.requireNonNull(
                SERVER.jdbc().queryForObject("select uuid from customer where id = ?", UUID.class, customer));
    }

    /** A number that a query answers. */
    public static long number(String sql, @Nullable Object... values) {
        return Objects.requireNonNull(SERVER.jdbc().queryForObject(sql, Long.class, values));
    }

    /** Changes what a company allows. */
    public static void rules(TestCompany company, int claimsPerDay, @Nullable Integer maximumHeld) {
        Tenant was = SERVER.bean(TenantRegister.class).get(company.tenantId());
        change(company, was, claimsPerDay, maximumHeld, was.salesScope(), was.managerScope());
    }

    /** Changes how far the roles of a company see. */
    public static void scopes(TestCompany company, DataScope sales, DataScope managers) {
        Tenant was = SERVER.bean(TenantRegister.class).get(company.tenantId());
        change(company, was, was.claimsPerDay(), was.maximumHeld(), sales, managers);
    }

    private static void change(
            TestCompany company,
            Tenant was,
            int claimsPerDay,
            @Nullable Integer maximumHeld,
            DataScope sales,
            DataScope managers) {
        Tenant wanted = new Tenant(
                was.id(),
                was.name(),
                was.zone(),
                was.protection(),
                claimsPerDay,
                was.expiringWindow(),
                was.coolDown(),
                maximumHeld,
                sales,
                managers,
                was.fieldsVersion());
        SERVER.bean(TenantRegister.class).change(company.admin().actor(), wanted);
    }
}
