package io.haina.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.catalog.CustomFieldDraft;
import io.haina.catalog.CustomFields;
import io.haina.contact.Contacts;
import io.haina.customer.CustomerBatches;
import io.haina.customer.CustomerRecords;
import io.haina.customer.Customers;
import io.haina.field.FieldRules;
import io.haina.field.FieldType;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.lead.Leads;
import io.haina.opportunity.Opportunities;
import io.haina.opportunity.Pipeline;
import io.haina.opportunity.PipelineDraft;
import io.haina.opportunity.Pipelines;
import io.haina.ownership.Transfers;
import io.haina.pool.Pool;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Kind;
import io.haina.product.Products;
import io.haina.record.Order;
import io.haina.record.Restored;
import io.haina.sharing.Members;
import io.haina.sharing.Power;
import io.haina.sharing.Stars;
import io.haina.staff.StaffRegister;
import io.haina.tenant.Role;
import io.haina.testing.Estate;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deleted records come back as they went, or are refused with the reason. */
class RecycleBinTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final HainaServer server = HainaServer.get();
    private final TestCompany company = TestCompany.create();
    private final Estate estate = new Estate(company);
    private final RecycleBin bin = server.bean(RecycleBin.class);
    private final CustomerRecords customers = server.bean(CustomerRecords.class);
    private final CustomerBatches batches = server.bean(CustomerBatches.class);
    private final Contacts contacts = server.bean(Contacts.class);
    private final Actor sales = company.sales().actor();
    private final Actor manager = company.eastManager().actor();
    private final Actor admin = company.admin().actor();

    @AfterEach
    void what_rows_say_of_each_other_agrees() {
        assertThat(estate.disagreements()).isZero();
    }

    private static String name() {
        return "回收站公司" + NUMBER.incrementAndGet() + "号";
    }

    private long deletedCustomer(String name) {
        long id = Fresh.customer(sales, name);
        batches.delete(sales, List.of(id));
        return id;
    }

    private long found(Actor actor, String words) {
        return customers
                .list(actor, Customers.search(words), new Page(1, 10), Order.NEWEST)
                .total();
    }

    private Restored restore(Actor actor, long customer) {
        return bin.restore(actor, RecordKind.CUSTOMER, customer);
    }

    @Test
    void a_customer_comes_back_with_its_name_its_words_its_contacts_and_a_fresh_protection() {
        String name = name();
        long id = Fresh.customer(sales, name);
        long second = Fresh.number(
                "insert into contact (tenant_id, uuid, customer_id, name, owner_id, team_id, created_at, updated_at)"
                        + " select tenant_id, gen_random_uuid(), id, '第二人', owner_id, team_id, now(), now()"
                        + " from customer where id = ? returning id",
                id);
        server.bean(Customers.class).delete(sales, Fresh.uuid(id));
        assertThat(found(sales, name)).isZero();

        assertThat(restore(sales, id)).isEqualTo(new Restored(id, sales.staffId(), null));
        assertThat(found(sales, name)).isOne();
        assertThat(contacts.get(sales, second).text("name")).isEqualTo("第二人");
        assertThat(Fresh.number(
                        "select count(*) from protection where customer_id = ? and rule = 'restoration'"
                                + " and ended_at is null and until_at > now() + interval '20 days'",
                        id))
                .isOne();
        assertThat(server.bean(Customers.class).check(sales, name)).isPresent();
        assertThat(Fresh.number("select count(*) from record_search where kind = 'contact' and record_id = ?", second))
                .isOne();
        assertThat(Fresh.number(
                        "select count(*) from audit where kind = 'customer' and record_id = ?"
                                + " and action = 'customer.restore'",
                        id))
                .isOne();
        assertThat(Fresh.number("select count(*) from outbox where record_id = ? and type = 'customer.restored'", id))
                .isOne();
    }

    @Test
    void totals_are_those_of_before() {
        Page page = new Page(1, 10);
        long customer = Fresh.customer(sales, name());
        long lead = estate.lead(sales);
        long contact = estate.contact(sales, customer);
        long opportunity = estate.opportunity(sales, customer);
        Leads leads = server.bean(Leads.class);
        Opportunities opportunities = server.bean(Opportunities.class);
        leads.delete(sales, List.of(lead));
        opportunities.delete(sales, List.of(opportunity));
        contacts.delete(sales, List.of(contact));
        batches.delete(sales, List.of(customer));
        assertThat(customers.list(sales, Filter.EVERYTHING, page, Order.NEWEST).total())
                .isZero();
        restore(sales, customer);
        bin.restore(sales, RecordKind.CONTACT, contact);
        bin.restore(sales, RecordKind.OPPORTUNITY, opportunity);
        bin.restore(sales, RecordKind.LEAD, lead);
        assertThat(customers.list(sales, Filter.EVERYTHING, page, Order.NEWEST).total())
                .isOne();
        assertThat(leads.list(sales, Filter.EVERYTHING, page, Order.NEWEST).total())
                .isOne();
        assertThat(contacts.list(sales, Filter.EVERYTHING, page, Order.NEWEST).total())
                .isOne();
        assertThat(opportunities
                        .list(sales, Filter.EVERYTHING, page, Order.NEWEST)
                        .total())
                .isOne();
    }

    @Test
    void members_stars_and_what_was_written_down_have_waited() {
        long id = Fresh.customer(sales, name());
        long colleague = company.east().get(1).actor().staffId();
        server.bean(Members.class).add(sales, RecordKind.CUSTOMER, List.of(id), List.of(colleague), Power.READ);
        server.bean(Stars.class).put(sales, RecordKind.CUSTOMER, id);
        batches.delete(sales, List.of(id));
        restore(sales, id);
        assertThat(customers.get(sales, id).isStarred()).isTrue();
        assertThat(customers.get(sales, id).readers()).containsExactly(colleague);
    }

    @Test
    void a_name_that_was_taken_meanwhile_is_refused_with_who_has_it() {
        String name = name();
        long id = deletedCustomer(name);
        Fresh.customer(company.south().getFirst().actor(), name);
        assertThat(Refusal.of(() -> restore(sales, id)))
                .isInstanceOfSatisfying(
                        Problem.DuplicateCustomer.class,
                        taken -> assertThat(taken.ownerName())
                                .isEqualTo(company.south().getFirst().name()));
        assertThat(Fresh.number("select count(*) from customer where id = ? and deleted_at is not null", id))
                .isOne();
    }

    @Test
    void a_value_that_occurs_once_is_claimed_again() {
        CustomFields fields = server.bean(CustomFields.class);
        FieldRules rules = new FieldRules(false, true, false, List.of(), null, null, 50, Set.of(), Set.of());
        long field = fields.add(
                admin,
                new CustomFieldDraft(RecordKind.LEAD, "证号" + NUMBER.incrementAndGet(), FieldType.TEXT, 50, rules));
        Leads leads = server.bean(Leads.class);
        Actor one = company.again(company.sales()).actor();
        long first = leads.add(one, Map.of("name", "甲", "f" + field, "Ｋ-1"));
        leads.delete(one, List.of(first));
        long second = leads.add(one, Map.of("name", "乙", "f" + field, "k-1"));
        assertThat(Refusal.of(() -> bin.restore(one, RecordKind.LEAD, first))).isInstanceOf(Problem.ValueTaken.class);
        leads.delete(one, List.of(second));
        bin.restore(one, RecordKind.LEAD, first);
        assertThat(Refusal.of(() -> leads.add(one, Map.of("name", "丙", "f" + field, "K-1"))))
                .isInstanceOf(Problem.ValueTaken.class);
    }

    @Test
    void a_customer_whose_owner_has_left_goes_into_the_pool_with_its_contacts() {
        TestCompany.Person leaver = company.hire("leaver" + NUMBER.incrementAndGet(), Role.SALES, TestCompany.EAST);
        long id = estate.customer(leaver.actor());
        batches.delete(leaver.actor(), List.of(id));
        server.bean(StaffRegister.class).disable(admin, leaver.staff().uuid());
        Restored restored = restore(manager, id);
        assertThat(restored.owner()).isNull();
        assertThat(restored.pool()).isNotNull();
        assertThat(Fresh.number(
                        "select count(*) from contact where customer_id = ? and deleted_at is null"
                                + " and owner_id is null",
                        id))
                .isOne();
        server.bean(Pool.class).claim(sales, Fresh.uuid(id));
        assertThat(Estate.ownerOf("customer", id)).isEqualTo(sales.staffId());
    }

    @Test
    void a_locked_customer_whose_owner_has_left_is_the_restorers() {
        TestCompany.Person leaver = company.hire("locker" + NUMBER.incrementAndGet(), Role.SALES, TestCompany.EAST);
        long id = estate.customer(leaver.actor());
        server.bean(Transfers.class).lock(leaver.actor(), List.of(id));
        batches.delete(leaver.actor(), List.of(id));
        server.bean(StaffRegister.class).disable(admin, leaver.staff().uuid());
        assertThat(restore(manager, id).owner()).isEqualTo(manager.staffId());
        assertThat(Fresh.number(
                        "select count(*) from contact where customer_id = ? and owner_id = ?", id, manager.staffId()))
                .isOne();
    }

    @Test
    void a_record_of_somebody_who_left_is_the_restorers() {
        TestCompany.Person leaver = company.hire("left" + NUMBER.incrementAndGet(), Role.SALES, TestCompany.EAST);
        long lead = estate.lead(leaver.actor());
        server.bean(Leads.class).delete(leaver.actor(), List.of(lead));
        server.bean(StaffRegister.class).disable(admin, leaver.staff().uuid());
        assertThat(bin.restore(manager, RecordKind.LEAD, lead).owner()).isEqualTo(manager.staffId());
    }

    @Test
    void what_rests_on_a_deleted_customer_waits_for_it() {
        long customer = Fresh.customer(sales, name());
        long contact = estate.contact(sales, customer);
        long opportunity = estate.opportunity(sales, customer);
        contacts.delete(sales, List.of(contact));
        server.bean(Opportunities.class).delete(sales, List.of(opportunity));
        batches.delete(sales, List.of(customer));
        Problem waits = new Problem.RestsOnDeleted(Kind.CUSTOMER);
        assertThat(Refusal.of(() -> bin.restore(sales, RecordKind.CONTACT, contact)))
                .isEqualTo(waits);
        assertThat(Refusal.of(() -> bin.restore(sales, RecordKind.OPPORTUNITY, opportunity)))
                .isEqualTo(waits);
        restore(sales, customer);
        assertThat(Fresh.number("select count(*) from contact where customer_id = ? and deleted_at is null", customer))
                .as("one that was deleted by itself before does not come back with the customer")
                .isZero();
        bin.restore(sales, RecordKind.CONTACT, contact);
        bin.restore(sales, RecordKind.OPPORTUNITY, opportunity);
        assertThat(contacts.get(sales, contact).isTrue("primary")).isTrue();
    }

    @Test
    void a_contact_that_was_the_primary_one_is_one_of_several_now() {
        long customer = Fresh.customer(sales, name());
        long first = estate.contact(sales, customer);
        long second = estate.contact(sales, customer);
        contacts.delete(sales, List.of(first));
        assertThat(contacts.get(sales, second).isTrue("primary")).isTrue();
        bin.restore(sales, RecordKind.CONTACT, first);
        assertThat(contacts.get(sales, first).isTrue("primary")).isFalse();
        assertThat(contacts.get(sales, second).isTrue("primary")).isTrue();
    }

    @Test
    void an_opportunity_of_a_pipeline_that_has_gone_begins_anew_in_the_first_one() {
        Pipelines pipelines = server.bean(Pipelines.class);
        long gone = pipelines.add(
                admin,
                new PipelineDraft(
                        "短命" + NUMBER.incrementAndGet(), 99, List.of(new PipelineDraft.StageDraft(null, "唯一", 50))));
        Pipeline pipeline = pipelines.of(sales).stream()
                .filter(each -> each.id() == gone)
                .findFirst()
                .orElseThrow();
        long customer = Fresh.customer(sales, name());
        Opportunities opportunities = server.bean(Opportunities.class);
        long id = opportunities.add(
                sales,
                Map.of(
                        "name",
                        "老商机",
                        "customerId",
                        customer,
                        "pipelineId",
                        gone,
                        "stageId",
                        pipeline.stages().getFirst().id()),
                List.of());
        opportunities.delete(sales, List.of(id));
        pipelines.delete(admin, gone);
        bin.restore(sales, RecordKind.OPPORTUNITY, id);
        Pipeline first = pipelines.of(sales).getFirst();
        assertThat(opportunities.get(sales, id).whole("stageId"))
                .isEqualTo(first.stages().getFirst().id());
    }

    @Test
    void the_bin_has_what_one_could_see_and_products_are_for_who_keeps_them() {
        long customer = deletedCustomer(name());
        long product = estate.product(manager, sales);
        server.bean(Products.class).delete(manager, List.of(product));
        Page page = new Page(1, 100);
        assertThat(bin.list(sales, RecordKind.CUSTOMER, page).rows())
                .extracting(DeletedRecord::id)
                .containsExactly(customer);
        DeletedRecord deleted =
                bin.list(manager, RecordKind.CUSTOMER, page).rows().getFirst();
        assertThat(deleted.deletedBy())
                .isEqualTo(new DeletedRecord.Person(
                        sales.staffId(), company.sales().name()));
        Actor colleague = company.east().get(1).actor();
        assertThat(bin.list(colleague, RecordKind.CUSTOMER, page).rows()).isEmpty();
        assertThat(Refusal.of(() -> restore(colleague, customer))).isEqualTo(new Problem.NotFound(Kind.CUSTOMER));
        Actor stranger = TestCompany.create().admin().actor();
        assertThat(Refusal.of(() -> restore(stranger, customer))).isEqualTo(new Problem.NotFound(Kind.CUSTOMER));
        assertThat(Refusal.of(() -> bin.list(sales, RecordKind.PRODUCT, page)))
                .isInstanceOf(Problem.RoleRequired.class);
        assertThat(Refusal.of(() -> bin.restore(sales, RecordKind.PRODUCT, product)))
                .isInstanceOf(Problem.RoleRequired.class);
        assertThat(bin.restore(manager, RecordKind.PRODUCT, product).owner()).isEqualTo(sales.staffId());
    }

    @Test
    void a_pooled_customer_that_a_program_deleted_comes_back_into_its_pool_by_an_admin_alone() {
        long id = Fresh.customer(sales, name());
        server.bean(Pool.class).release(sales, Fresh.uuid(id), "不再跟进");
        server.jdbc().update("update customer set deleted_at = now() where id = ?", id);
        server.jdbc().update("delete from customer_search where customer_id = ?", id);
        assertThat(bin.list(sales, RecordKind.CUSTOMER, new Page(1, 10)).rows()).isEmpty();
        assertThat(Refusal.of(() -> restore(manager, id))).isEqualTo(new Problem.NotFound(Kind.CUSTOMER));
        assertThat(restore(admin, id).pool()).isNotNull();
    }
}
