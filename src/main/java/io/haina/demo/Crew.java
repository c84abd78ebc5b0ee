package io.haina.demo;

import io.haina.tenant.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everybody who works in the made-up company; in each team the manager first. */
final class Crew {

    private static final List<String> AREAS = List.of("华北", "华东", "华南", "西南", "华中", "西北", "东北", "大客户", "渠道", "海外");

    /**
     * @param index the place in the crew, the admin's is 0
     * @param team the place of the team, -1 for none
     */
    record Person(int index, String username, String realName, Role role, int team) {}

    private final List<Person> people = new ArrayList<>();
    private final List<Person> managers = new ArrayList<>();
    private final int teams;

    Crew(DemoSize size, Dice dice, String adminUsername, String adminName) {
        teams = size.teams();
        people.add(new Person(0, adminUsername, adminName, Role.ADMIN, -1));
        Set<String> names = new HashSet<>();
        for (int i = 0; i < size.staff(); i++) {
            boolean manager = i < teams;
            String name = PersonNames.next(dice);
            while (!names.add(name)) {
                name = PersonNames.next(dice);
            }
            people.add(new Person(
                    i + 1,
                    manager ? "manager" + (i + 1) : "sales" + (i + 1 - teams),
                    name,
                    manager ? Role.SALES_MANAGER : Role.SALES,
                    i % teams));
        }
        managers.addAll(people.subList(1, teams + 1));
    }

    /** The names of the teams, in the order of their places. */
    List<String> teamNames() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < teams; i++) {
            names.add(i < AREAS.size() ? AREAS.get(i) + "团队" : "第" + (i + 1) + "团队");
        }
        return names;
    }

    List<Person> people() {
        return people;
    }

    Person admin() {
        return people.getFirst();
    }

    /** Who decides what a person asks for: the manager of the team, for managers the admin, for the admin nobody. */
    @Nullable
    Person deciderFor(Person applicant) {
        return switch (applicant.role()) {
            case ADMIN -> null;
            case SALES_MANAGER -> admin();
            case SALES -> managers.get(applicant.team());
        };
    }

    /** Anybody but the admin; managers have customers of their own, but fewer. */
    Person next(Dice dice) {
        Person person = people.get(1 + dice.below(people.size() - 1));
        return person.role() == Role.SALES_MANAGER && dice.chance(0.6)
                ? people.get(1 + dice.below(people.size() - 1))
                : person;
    }
}
