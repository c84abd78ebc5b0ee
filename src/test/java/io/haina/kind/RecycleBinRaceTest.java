package io.haina.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.contact.Contacts;
import io.haina.customer.CustomerBatches;
import io.haina.customer.Customers;
import io.haina.field.RecordKind;
import io.haina.lead.Leads;
import io.haina.pool.Pool;
import io.haina.problem.Problem;
import io.haina.record.Restored;
import io.haina.staff.StaffRegister;
import io.haina.tenant.Role;
import io.haina.testing.Estate;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.TestCompany;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Restorations at the same moment as each other, and as what takes the place of what was deleted. */
class RecycleBinRaceTest {

    private static final int ROUNDS = 10;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final HainaServer server = HainaServer.get();
    private final TestCompany company = TestCompany.create();
    private final Estate estate = new Estate(company);
    private final RecycleBin bin = server.bean(RecycleBin.class);
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

    private Restored restore(Actor actor, long customer) {
        return bin.restore(actor, RecordKind.CUSTOMER, customer);
    }

    @Test
    void a_full_owner_gets_no_more_than_allowed_and_the_rest_lies_in_the_pool() {
        long one = deletedCustomer(name());
        long two = deletedCustomer(name());
        Fresh.rules(company, 5, 1);
        Actor again = company.again(company.sales()).actor();
        for (Race.Outcome<Restored> each : Race.of(2, n -> () -> restore(again, n == 0 ? one : two))) {
            assertThat(each).isInstanceOf(Race.Won.class);
        }
        assertThat(Fresh.number(
                        "select count(*) from customer where owner_id = ? and deleted_at is null", again.staffId()))
                .isOne();
        assertThat(Fresh.number("select count(*) from customer where id in (?, ?) and pool_id is not null", one, two))
                .isOne();
        Fresh.rules(company, 5, null);
    }

    @Test
    void of_several_who_restore_one_record_at_once_one_does() {
        for (int round = 0; round < ROUNDS; round++) {
            long customer = deletedCustomer(name());
            long lead = estate.lead(sales);
            server.bean(Leads.class).delete(sales, List.of(lead));
            assertThat(Race.winners(Race.of(4, n -> () -> restore(n % 2 == 0 ? sales : manager, customer))))
                    .hasSize(1);
            assertThat(Race.winners(Race.of(4, n -> () -> bin.restore(sales, RecordKind.LEAD, lead))))
                    .hasSize(1);
        }
    }

    @Test
    void of_a_restoration_and_a_report_of_the_same_name_one_wins_and_the_other_is_told() {
        Actor other = company.south().getFirst().actor();
        for (int round = 0; round < ROUNDS; round++) {
            String name = name();
            long id = deletedCustomer(name);
            List<Race.Outcome<Long>> outcomes =
                    Race.of(2, n -> () -> n == 0 ? restore(sales, id).id() : Fresh.customer(other, name));
            assertThat(Race.winners(outcomes)).hasSize(1);
            assertThat(Race.problems(outcomes)).singleElement().isInstanceOf(Problem.DuplicateCustomer.class);
        }
    }

    @Test
    void a_claim_never_finds_half_of_what_comes_back_into_the_pool() {
        TestCompany.Person leaver = company.hire("racer" + NUMBER.incrementAndGet(), Role.SALES, TestCompany.EAST);
        List<Long> ids = java.util.stream.IntStream.range(0, 4)
                .mapToObj(n -> estate.customer(leaver.actor()))
                .toList();
        batches.delete(leaver.actor(), ids);
        server.bean(StaffRegister.class).disable(admin, leaver.staff().uuid());
        for (long id : ids) {
            List<Race.Outcome<Long>> outcomes = Race.of(2, n -> () -> {
                if (n == 0) {
                    return restore(manager, id).id();
                }
                server.bean(Pool.class).claim(sales, Fresh.uuid(id));
                return id;
            });
            boolean claimed = Race.winners(outcomes).size() == 2;
            assertThat(Estate.ownerOf("customer", id)).isEqualTo(claimed ? sales.staffId() : 0);
            assertThat(Race.problems(outcomes))
                    .allMatch(problem -> problem instanceof Problem.NotFound || problem instanceof Problem.NotInPool);
        }
    }

    @Test
    void a_contact_and_its_customer_that_goes_at_once_do_not_part() {
        for (int round = 0; round < ROUNDS; round++) {
            long customer = Fresh.customer(sales, name());
            long contact = estate.contact(sales, customer);
            contacts.delete(sales, List.of(contact));
            Race.of(2, n -> () -> {
                if (n == 0) {
                    bin.restore(sales, RecordKind.CONTACT, contact);
                } else {
                    server.bean(Customers.class).delete(sales, Fresh.uuid(customer));
                }
                return n;
            });
            assertThat(Fresh.number(
                            "select count(*) from contact k join customer c on c.id = k.customer_id"
                                    + " where k.id = ? and k.deleted_at is null and c.deleted_at is not null",
                            contact))
                    .isZero();
        }
    }
}
