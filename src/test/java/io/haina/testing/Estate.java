package io.haina.testing;

import io.haina.access.Actor;
import io.haina.contact.Contacts;
import io.haina.customer.CustomerDraft;
import io.haina.customer.Customers;
import io.haina.lead.Leads;
import io.haina.opportunity.Opportunities;
import io.haina.opportunity.Pipeline;
import io.haina.opportunity.Pipelines;
import io.haina.product.Products;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes things for somebody to hold, and looks whether whose they are is the same everywhere. */
public final class Estate {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final HainaServer server = HainaServer.get();
    private final TestCompany company;

    public Estate(TestCompany company) {
        this.company = company;
    }

    public long customer(Actor owner) {
        int n = NUMBER.incrementAndGet();
        CustomerDraft draft = new CustomerDraft("第" + n + "交接有限公司", "金融", null, "展会", null, "联系人" + n, "1380000" + n);
        return Fresh.id(server.bean(Customers.class).report(owner, draft).uuid());
    }

    public long lead(Actor owner) {
        return server.bean(Leads.class).add(owner, Map.of("name", "线索" + NUMBER.incrementAndGet()));
    }

    public long contact(Actor owner, long customer) {
        return server.bean(Contacts.class)
                .add(owner, Map.of("name", "联系人" + NUMBER.incrementAndGet(), "customerId", customer));
    }

    public long opportunity(Actor owner, long customer) {
        Pipeline pipeline = server.bean(Pipelines.class).of(owner).getFirst();
        return server.bean(Opportunities.class)
                .add(
                        owner,
                        Map.of(
                                "name",
                                "商机" + NUMBER.incrementAndGet(),
                                "customerId",
                                customer,
                                "pipelineId",
                                pipeline.id(),
                                "stageId",
                                pipeline.stages().getFirst().id()),
                        List.of());
    }

    /** A product, which managers alone make, as if a person had it. */
    public long product(Actor manager, Actor owner) {
        Products products = server.bean(Products.class);
        long id = products.add(manager, Map.of("name", "产品" + NUMBER.incrementAndGet(), "price", "1"));
        products.moveTo(manager, List.of(id), owner.staffId());
        return id;
    }

    /** Whose a record is; 0 for nobody's. */
    public static long ownerOf(String table, long id) {
        return Fresh.number("select coalesce(owner_id, 0) from " + table + " where id = ?", id);
    }

    /** How many rows of what there is say something else than the row beside them. */
    public long disagreements() {
        long protections = Fresh.number("""
                select count(*) from customer c left join protection p on p.tenant_id = c.tenant_id
                    and p.customer_id = c.id and p.ended_at is null
                where c.tenant_id = ? and (c.owner_id, c.protected_until) is distinct from (p.holder_id, p.until_at)
                    and c.deleted_at is null""", company.tenantId());
        long gaps = Fresh.number("""
                select count(*) from (select ended_at, lead(from_at) over (partition by customer_id order by from_at, id)
                    as next from protection where tenant_id = ?) p
                where ended_at > next""", company.tenantId());
        long teams = 0;
        for (String table : List.of("customer", "lead", "contact", "opportunity", "product", "contract", "outreach")) {
            teams += Fresh.number("""
                    select count(*) from %s r left join staff s on s.tenant_id = r.tenant_id and s.id = r.owner_id
                    where r.tenant_id = ? and r.deleted_at is null and r.team_id is distinct from s.team_id""".formatted(table), company.tenantId());
        }
        long members = Fresh.number("""
                select count(*) from record_member m join customer c on c.tenant_id = m.tenant_id and c.id = m.record_id
                where m.tenant_id = ? and m.kind = 'customer' and (c.owner_id is null or c.owner_id = m.staff_id)""", company.tenantId());
        return protections + gaps + teams + members;
    }
}
