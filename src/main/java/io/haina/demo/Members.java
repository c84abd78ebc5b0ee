package io.haina.demo;

import io.haina.demo.Crew.Person;
import org.jspecify.annotations.Nullable;

/** Under which numbers the people of the crew and their teams stand in the tables. */
final class Members {

    private final long[] staff;
    private final @Nullable Long[] teams;

    Members(int people) {
        staff = new long[people];
        teams = new Long[people];
    }

    void put(Person person, long id, @Nullable Long team) {
        staff[person.index()] = id;
        teams[person.index()] = team;
    }

    long id(Person person) {
        return staff[person.index()];
    }

    @Nullable
    Long team(Person person) {
        return teams[person.index()];
    }
}
