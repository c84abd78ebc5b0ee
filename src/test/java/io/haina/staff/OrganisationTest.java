package io.haina.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrganisationTest {

    private final HainaServer server = HainaServer.get();
    private final Organisation organisation = server.bean(Organisation.class);
    private final TestCompany company = TestCompany.create();
    private final Actor admin = company.admin().actor();
    private final List<Long> people =
            company.east().stream().map(person -> person.staff().id()).toList();

    private long department(String name) {
        return Fresh.number(
                "insert into department (tenant_id, name) values (?, ?) returning id", company.tenantId(), name);
    }

    @Test
    void nobody_is_below_himself_however_long_the_way() {
        organisation.setSuperior(admin, people.get(1), people.get(0));
        organisation.setSuperior(admin, people.get(2), people.get(1));
        Problem circle = new Problem.Invalid("superior", Rule.NOT_A_CHOICE);
        assertThat(Refusal.of(() -> organisation.setSuperior(admin, people.get(0), people.get(2))))
                .isEqualTo(circle);
        assertThat(Refusal.of(() -> organisation.setSuperior(admin, people.get(0), people.get(0))))
                .isEqualTo(circle);
        organisation.setSuperior(admin, people.get(1), null);
        organisation.setSuperior(admin, people.get(0), people.get(2));
    }

    @Test
    void no_department_lies_in_itself_however_long_the_way() {
        long upper = department("甲");
        long middle = department("乙");
        long lower = department("丙");
        organisation.setParent(admin, middle, upper);
        organisation.setParent(admin, lower, middle);
        assertThat(Refusal.of(() -> organisation.setParent(admin, upper, lower)))
                .isEqualTo(new Problem.Invalid("parent", Rule.NOT_A_CHOICE));
        organisation.setParent(admin, middle, null);
        organisation.setParent(admin, upper, lower);
    }

    @Test
    void of_changes_that_would_close_a_circle_together_one_is_refused() {
        for (int round = 0; round < 10; round++) {
            people.forEach(person -> organisation.setSuperior(admin, person, null));
            var outcomes = Race.of(3, n -> () -> {
                organisation.setSuperior(admin, people.get(n), people.get((n + 1) % 3));
                return n;
            });
            assertThat(Race.winners(outcomes)).hasSize(2);
        }
    }

    @Test
    void who_is_of_another_tenant_is_not_there() {
        long stranger = TestCompany.create().sales().staff().id();
        assertThat(Refusal.of(() -> organisation.setSuperior(admin, people.get(0), stranger)))
                .isEqualTo(new Problem.NotFound(Problem.Kind.STAFF));
        assertThat(Refusal.of(() -> organisation.setSuperior(admin, stranger, people.get(0))))
                .isEqualTo(new Problem.NotFound(Problem.Kind.STAFF));
        assertThat(Refusal.of(() -> organisation.setDepartment(admin, people.get(0), 0L)))
                .isEqualTo(new Problem.NotFound(Problem.Kind.DEPARTMENT));
        assertThat(Refusal.of(
                        () -> organisation.setSuperior(company.eastManager().actor(), people.get(0), null)))
                .isInstanceOf(Problem.RoleRequired.class);
    }

    @Test
    void a_change_is_in_the_audit() {
        organisation.setSuperior(admin, people.get(1), people.get(0));
        assertThat(Fresh.number(
                        "select (after ->> 'superior_id')::bigint from audit where tenant_id = ? and action = 'organise'",
                        company.tenantId()))
                .isEqualTo(people.get(0));
    }
}
