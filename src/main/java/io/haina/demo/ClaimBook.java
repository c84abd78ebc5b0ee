package io.haina.demo;

import io.haina.demo.Crew.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who claimed how often on which day of the year: nobody more than the tenant allows. */
final class ClaimBook {

    private static final int TRIES = 6;

    private final Crew crew;
    private final WorkCalendar calendar;
    private final int aDay;
    private final byte[][] made;
    private final boolean[] ever;

    ClaimBook(Crew crew, WorkCalendar calendar, int aDay) {
        this.crew = crew;
        this.calendar = calendar;
        this.aDay = Math.min(aDay, Byte.MAX_VALUE);
        int people = crew.people().size();
        this.made = new byte[people][WorkCalendar.DAYS + 1];
        this.ever = new boolean[people];
    }

    /**
     * Somebody who claims at a time; who never did comes first.
     *
     * @param recent whether the admin may be the one, whose claims nobody would extend
     * @param must whether somebody has to, beyond the allowance if need be
     */
    @Nullable
    Person claimer(Dice dice, long at, Person formerOwner, boolean recent, boolean must) {
        int day = calendar.day(at);
        List<Person> people = crew.people();
        for (int i = recent ? 0 : 1; i < people.size() && i < ever.length; i++) {
            if (!ever[i] && !people.get(i).equals(formerOwner)) {
                return book(people.get(i), day);
            }
        }
        for (int tries = 0; tries < TRIES || must; tries++) {
            Person person = recent && dice.chance(0.01) ? crew.admin() : crew.next(dice);
            if (!person.equals(formerOwner) && (made[person.index()][day] < aDay || tries >= TRIES)) {
                return book(person, day);
            }
        }
        return null;
    }

    private Person book(Person person, int day) {
        ever[person.index()] = true;
        made[person.index()][day]++;
        return person;
    }

    /** Claims of a person on a day of the year. */
    int made(Person person, int day) {
        return made[person.index()][day];
    }
}
