package io.haina.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.customer.Customer;
import io.haina.customer.CustomerRecords;
import io.haina.customer.CustomerStatus;
import io.haina.customer.Customers;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.ownership.Handover;
import io.haina.ownership.Transfers;
import io.haina.pool.Pool;
import io.haina.problem.Problem;
import io.haina.record.Order;
import io.haina.record.Row;
import io.haina.staff.Organisation;
import io.haina.stats.Member;
import io.haina.stats.Period;
import io.haina.stats.Range;
import io.haina.stats.Share;
import io.haina.stats.Stats;
import io.haina.stats.Tallies;
import io.haina.tenant.DataScope;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import io.haina.testing.TestCompany.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Everybody of a company has reported two customers. East's first is the superior of the second, who is of the first of the
 * south. East's first and the second of the south are in one department, and in one below it is the third of the south.
 */
class DataScopeTest {

    private static final Page ALL = new Page(1, 100);

    private final HainaServer server = HainaServer.get();
    private final Customers customers = server.bean(Customers.class);
    private final CustomerRecords records = server.bean(CustomerRecords.class);
    private final Stats stats = server.bean(Stats.class);
    private final TestCompany company = TestCompany.create();
    private final Person head = company.east().getFirst();
    private final Map<Person, List<Long>> held = new LinkedHashMap<>();

    DataScopeTest() {
        Organisation organisation = server.bean(Organisation.class);
        Actor admin = company.admin().actor();
        organisation.setSuperior(admin, id(company.east().get(1)), id(head));
        organisation.setSuperior(
                admin, id(company.south().getFirst()), id(company.east().get(1)));
        long upper = department("上级部门");
        long lower = department("下级部门");
        organisation.setParent(admin, lower, upper);
        organisation.setDepartment(admin, id(head), upper);
        organisation.setDepartment(admin, id(company.south().get(1)), upper);
        organisation.setDepartment(admin, id(company.south().get(2)), lower);
        organisation.setDepartment(admin, id(company.eastManager()), lower);
        List<Person> people = new ArrayList<>(company.east());
        people.addAll(company.south());
        people.add(company.eastManager());
        people.add(company.southManager());
        for (int round = 0; round < 2; round++) {
            for (Person person : people) {
                String name = "范围" + round + person.name();
                held.computeIfAbsent(person, any -> new ArrayList<>()).add(Fresh.customer(person.actor(), name));
            }
        }
    }

    private static long id(Person person) {
        return person.staff().id();
    }

    private long department(String name) {
        return Fresh.number(
                "insert into department (tenant_id, name) values (?, ?) returning id",
                company.tenantId(),
                name + company.number());
    }

    @Test
    void own_is_what_the_person_holds() {
        Fresh.scopes(company, DataScope.OWN, DataScope.OWN);
        sees(head, head);
        sees(company.eastManager(), company.eastManager());
    }

    @Test
    void own_and_subordinates_goes_down_all_levels() {
        Fresh.scopes(company, DataScope.OWN_AND_SUBORDINATES, DataScope.OWN_AND_SUBORDINATES);
        sees(head, head, company.east().get(1), company.south().getFirst());
        sees(company.east().get(1), company.east().get(1), company.south().getFirst());
        sees(company.east().get(2), company.east().get(2));
        sees(company.eastManager(), company.eastManager());
    }

    @Test
    void team_is_everybody_of_the_team() {
        Fresh.scopes(company, DataScope.TEAM, DataScope.TEAM);
        Person[] east = {
            company.east().get(0), company.east().get(1), company.east().get(2), company.eastManager()
        };
        sees(head, east);
        sees(company.eastManager(), east);
    }

    @Test
    void department_goes_down_all_levels() {
        Fresh.scopes(company, DataScope.DEPARTMENT_AND_BELOW, DataScope.DEPARTMENT_AND_BELOW);
        sees(head, head, company.south().get(1), company.south().get(2), company.eastManager());
        sees(company.south().get(2), company.south().get(2), company.eastManager());
        sees(company.eastManager(), company.south().get(2), company.eastManager());
    }

    @Test
    void all_is_everybody_and_an_admin_always_sees_it() {
        Fresh.scopes(company, DataScope.ALL, DataScope.OWN);
        Person[] everybody = held.keySet().toArray(Person[]::new);
        sees(head, everybody);
        sees(company.admin(), everybody);
    }

    @Test
    void who_has_neither_team_nor_department_falls_back_to_own() {
        Person loner = company.hire("loner-" + company.number(), io.haina.tenant.Role.SALES_MANAGER, null);
        server.bean(Organisation.class).setDepartment(company.admin().actor(), id(loner), null);
        held.put(loner, List.of(Fresh.customer(loner.actor(), "独行者的客户" + company.number())));
        for (DataScope scope : List.of(DataScope.TEAM, DataScope.DEPARTMENT_AND_BELOW)) {
            Fresh.scopes(company, DataScope.OWN, scope);
            sees(loner, loner);
        }
    }

    @Test
    void a_change_of_scope_or_of_the_organisation_holds_from_the_next_request_on() {
        sees(head, head);
        Fresh.scopes(company, DataScope.OWN_AND_SUBORDINATES, DataScope.TEAM);
        sees(head, head, company.east().get(1), company.south().getFirst());
        server.bean(Organisation.class)
                .setSuperior(company.admin().actor(), id(company.south().getFirst()), null);
        sees(head, head, company.east().get(1));
    }

    @Test
    void what_is_put_into_the_pool_or_deleted_leaves_every_scope_at_once() {
        Fresh.scopes(company, DataScope.DEPARTMENT_AND_BELOW, DataScope.DEPARTMENT_AND_BELOW);
        Person person = company.south().get(1);
        server.bean(Pool.class)
                .release(
                        person.actor(),
                        Fresh.uuid(Objects.requireNonNull(held.get(person)).removeFirst()),
                        "不跟了");
        customers.delete(
                person.actor(),
                Fresh.uuid(Objects.requireNonNull(held.get(person)).removeFirst()));
        sees(head, head, person, company.south().get(2), company.eastManager());
    }

    @Test
    void who_sees_what_a_colleague_holds_works_on_it_and_does_not_decide_over_it() {
        Transfers transfers = server.bean(Transfers.class);
        Pool pool = server.bean(Pool.class);
        Handover whole = new Handover(null, Set.of());
        Actor colleague = company.east().get(2).actor();
        for (DataScope scope : List.of(DataScope.TEAM, DataScope.ALL)) {
            Fresh.scopes(company, scope, DataScope.TEAM);
            Actor seer = Fresh.actor(head);
            long id = Fresh.customer(colleague, "同事的客户" + scope + company.number());
            Problem notOwner = new Problem.NotOwner();
            customers.changeStatus(seer, Fresh.uuid(id), CustomerStatus.FOLLOWING);
            assertThat(Refusal.of(() -> pool.release(seer, Fresh.uuid(id), "不是我的")))
                    .isEqualTo(notOwner);
            assertThat(Refusal.of(() -> customers.delete(seer, Fresh.uuid(id)))).isEqualTo(notOwner);
            assertThat(Refusal.of(() -> transfers.lock(seer, List.of(id)))).isEqualTo(notOwner);
            assertThat(Refusal.of(() -> transfers.transfer(seer, List.of(id), seer.staffId(), whole)))
                    .isEqualTo(notOwner);
            long below = Fresh.customer(company.east().get(1).actor(), "下属的客户" + scope + company.number());
            transfers.lock(seer, List.of(below));
            transfers.unlock(seer, List.of(below));
            pool.release(seer, Fresh.uuid(below), "下属的客户");
            pool.release(Fresh.actor(company.eastManager()), Fresh.uuid(id), "经理释放");
        }
    }

    @Test
    void a_large_department_is_paged_in_order_whether_its_customers_are_near_or_far() {
        long large = department("大部门");
        Organisation organisation = server.bean(Organisation.class);
        List<Long> newestFirst = new ArrayList<>();
        for (int n = 0; n < 18; n++) {
            Person person = company.hire("many-" + company.number() + "-" + n, io.haina.tenant.Role.SALES, null);
            organisation.setDepartment(company.admin().actor(), id(person), large);
            newestFirst.addFirst(Fresh.customer(person.actor(), "大部门" + n + "号客户" + company.number()));
        }
        organisation.setDepartment(company.admin().actor(), id(head), large);
        Fresh.scopes(company, DataScope.DEPARTMENT_AND_BELOW, DataScope.TEAM);
        newestFirst.addAll(Objects.requireNonNull(held.get(head)).reversed());
        Actor actor = Fresh.actor(head);
        assertThat(pages(actor)).isEqualTo(newestFirst);
        for (int n = 0; n < 80; n++) {
            Fresh.customer(company.southManager().actor(), "后来的" + n + "号客户" + company.number());
        }
        assertThat(pages(actor)).isEqualTo(newestFirst);
        assertThat(customers.list(actor, Customers.is("status", "won"), ALL).rows())
                .isEmpty();
        customers.changeStatus(actor, Fresh.uuid(newestFirst.get(7)), CustomerStatus.WON);
        assertThat(customers.list(actor, Customers.is("status", "won"), ALL).rows())
                .extracting(Customer::id)
                .containsExactly(newestFirst.get(7));
    }

    /** By list, page by page, by detail, by number, by statistics, by writing, folded or not: the same customers. */
    private void sees(Person person, Person... holders) {
        Actor actor = Fresh.actor(person);
        Set<Long> ids = java.util.Arrays.stream(holders)
                .flatMap(holder -> Objects.requireNonNull(held.get(holder)).stream())
                .collect(Collectors.toSet());
        for (int round = 0; round < 2; round++) {
            Slice<Customer> list = customers.list(actor, Filter.EVERYTHING, ALL);
            assertThat(list.rows()).extracting(Customer::id).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(list.total()).isEqualTo(ids.size());
            assertThat(list.exact()).isTrue();
            assertThat(stats.dashboard(actor).summary().total()).isEqualTo(ids.size());
            assertThat(stats.dashboard(actor).monthReports()).isEqualTo(ids.size());
            assertThat(stats.bySource(actor, Range.ALL)).containsExactly(new Share("展会", ids.size(), 0, 0));
            assertThat(stats.byIndustry(actor, new Range(java.time.LocalDate.of(2000, 1, 1), null)))
                    .containsExactly(new Share("制造业", ids.size(), 0, 0));
            server.bean(Tallies.class).fold();
        }
        assertThat(pages(actor)).containsExactlyInAnyOrderElementsOf(ids);
        Slice<Row> rows = records.list(actor, Filter.EVERYTHING, ALL, Order.NEWEST);
        assertThat(rows.rows()).extracting(Row::id).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(rows.total()).isEqualTo(ids.size());
        team(actor, holders, ids.size());
        held.values().stream().flatMap(List::stream).forEach(id -> touches(actor, id, ids.contains(id)));
    }

    private List<Long> pages(Actor actor) {
        List<Long> ids = new ArrayList<>();
        Slice<Customer> slice;
        int number = 1;
        do {
            slice = customers.list(actor, Filter.EVERYTHING, new Page(number++, 3));
            slice.rows().forEach(customer -> ids.add(customer.id()));
        } while (!slice.rows().isEmpty());
        return ids;
    }

    private void team(Actor actor, Person[] holders, int total) {
        if (actor.role() == io.haina.tenant.Role.SALES) {
            return;
        }
        var team = stats.team(actor, Range.ALL, Period.MONTH);
        assertThat(team.summary().total()).isEqualTo(total);
        assertThat(team.members())
                .extracting(Member::name)
                .contains(java.util.Arrays.stream(holders).map(Person::name).toArray(String[]::new));
    }

    private void touches(Actor actor, long id, boolean within) {
        if (within) {
            assertThat(customers.get(actor, Fresh.uuid(id)).id()).isEqualTo(id);
            customers.changeStatus(actor, Fresh.uuid(id), CustomerStatus.FOLLOWING);
        } else {
            Problem missing = new Problem.NotFound(Problem.Kind.CUSTOMER);
            assertThat(Refusal.of(() -> customers.get(actor, Fresh.uuid(id)))).isEqualTo(missing);
            assertThat(Refusal.of(() -> customers.changeStatus(actor, Fresh.uuid(id), CustomerStatus.WON)))
                    .isEqualTo(missing);
        }
    }
}
