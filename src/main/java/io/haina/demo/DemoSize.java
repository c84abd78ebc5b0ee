package io.haina.demo;

/**
 * How much of a company is made up.
 *
 * @param teams at least 1; each has a manager
 * @param staff managers and sales people together, with at least one of the latter in each team
 */
public record DemoSize(int customers, int teams, int staff) {

    public DemoSize {
        if (customers < 0 || teams < 1 || staff < 2 * teams) {
            throw new IllegalArgumentException(
                    "A demo has at least one team and two people in each: haina.demo.teams, haina.demo.staff");
        }
    }
}
