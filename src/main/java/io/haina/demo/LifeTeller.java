package io.haina.demo;

import io.haina.demo.Crew.Person;
import io.haina.demo.Life.Claim;
import io.haina.demo.Life.Contact;
import io.haina.demo.Life.Note;
import io.haina.demo.Life.Release;
import io.haina.demo.Life.Span;
import io.haina.ownership.ReleaseAtDue;
import java.util.Comparator;
import java.util.function.LongUnaryOperator;

/**
 * Makes up what happened to each customer, one after the other in the order of their reports, so that it could have
 * happened: nobody claims more a day than is allowed, who holds a customer is protected, and what ends soon is asked for.
 */
final class LifeTeller {

    private static final double POOLED = 0.08;
    private static final double WON = 0.20 / 0.95;
    private static final double LOST = 0.15 / 0.95;
    private static final long DAY = WorkCalendar.DAY;
    private static final long RECENT = 20 * DAY;

    private final long seed;
    private final int customers;
    private final Crew crew;
    private final WorkCalendar calendar;
    private final LongUnaryOperator protectedUntil;
    private final CompanyNames names;
    private final ClaimBook claims;
    private final RequestBook requests;
    private final long now;

    LifeTeller(
            long seed,
            int customers,
            Crew crew,
            WorkCalendar calendar,
            LongUnaryOperator protectedUntil,
            ClaimBook claims) {
        this.seed = seed;
        this.customers = customers;
        this.crew = crew;
        this.calendar = calendar;
        this.protectedUntil = protectedUntil;
        this.claims = claims;
        this.names = new CompanyNames(new Dice(seed, -1), customers);
        this.requests = new RequestBook(crew, calendar);
        this.now = calendar.now();
    }

    /** The life of the customer at a place in the order of reports; to be asked for in that order. */
    Life tell(int index) {
        Dice dice = new Dice(seed, index);
        long reported = calendar.reported((index + dice.fraction()) / customers);
        boolean byAdmin = now - reported < RECENT && dice.chance(0.03);
        Life life = new Life(names.next(), byAdmin ? crew.admin() : crew.next(dice), reported);
        life.source = dice.pickEarly(Phrases.SOURCES);
        life.demand = dice.chance(0.75) ? Phrases.demand(dice) : null;
        for (int i = dice.chance(0.2) ? 2 : 1; i > 0; i--) {
            life.contacts.add(new Contact(PersonNames.next(dice), Phrases.phone(dice)));
        }
        Span first = life.begin(life.reporter, "report", reported, protectedUntil.applyAsLong(reported));
        double fate = dice.fraction();
        if (fate < POOLED) {
            goToPool(life, dice, first);
        } else {
            double held = (fate - POOLED) / (1 - POOLED);
            life.status = held < WON ? "won" : held < WON + LOST ? "lost" : "following";
            if (held < WON) {
                win(life, dice, first);
            } else {
                stayHeld(life, dice, first);
            }
        }
        writeNotes(life, dice);
        return life;
    }

    private void goToPool(Life life, Dice dice, Span first) {
        Span span = first;
        for (int laps = dice.below(3); laps > 0 && span.until <= now; laps--) {
            span = goOn(life, dice, span);
        }
        release(life, dice, span);
    }

    private void win(Life life, Dice dice, Span first) {
        Span span = first;
        for (int laps = dice.chance(0.75) ? 0 : 1 + dice.below(2); laps > 0 && span.until <= now; laps--) {
            span = goOn(life, dice, span);
        }
        long latest = Math.min(span.until, now);
        life.touch(calendar.atWork(dice, dice.between(span.from, latest), span.from, latest));
    }

    private void stayHeld(Life life, Dice dice, Span first) {
        Span span = first;
        while (span.until <= now) {
            span = goOn(life, dice, span);
        }
        requests.atEnd(life, dice, span);
    }

    /** One way past the end of a protection: handed on, let go and claimed by another, or made longer. */
    private Span goOn(Life life, Dice dice, Span span) {
        double way = dice.fraction();
        if (way < 0.06) {
            Person taker = crew.next(dice);
            if (!taker.equals(span.holder)) {
                return requests.handOn(life, dice, span, taker, protectedUntil);
            }
        }
        boolean cannotExtend = crew.deciderFor(span.holder) == null;
        if (way < 0.38 || cannotExtend) {
            boolean byHand = dice.chance(0.3);
            long end = byHand ? handedBack(dice, span) : span.until;
            long at = calendar.atWork(dice, Math.min(now, dice.between(end, end + 25 * DAY)), end, now);
            Person claimer = claims.claimer(dice, at, span.holder, now - at < RECENT, cannotExtend);
            if (claimer != null) {
                release(life, dice, span, end, byHand);
                life.claims.add(new Claim(claimer, at));
                return life.begin(claimer, "claim", at, protectedUntil.applyAsLong(at));
            }
        }
        requests.extend(life, dice, span);
        return span;
    }

    private void release(Life life, Dice dice, Span span) {
        boolean byHand = span.until > now || dice.chance(0.4);
        release(life, dice, span, byHand ? handedBack(dice, span) : span.until, byHand);
    }

    private void release(Life life, Dice dice, Span span, long end, boolean byHand) {
        if (byHand) {
            Person manager = crew.deciderFor(span.holder);
            Person by = manager == null || dice.chance(0.85) ? span.holder : manager;
            life.releases.add(new Release(span.holder, by, dice.pick(Phrases.RELEASE_REASONS), end));
        } else {
            requests.refuse(life, dice, span);
            life.releases.add(new Release(span.holder, null, ReleaseAtDue.REASON, end));
        }
        life.end(span, end, byHand ? "released" : "expired");
    }

    private long handedBack(Dice dice, Span span) {
        long earliest = span.settledAt;
        long latest = Math.min(span.until - 1, now);
        return calendar.atWork(dice, dice.between(earliest, latest), earliest, Math.max(earliest, latest));
    }

    private void writeNotes(Life life, Dice dice) {
        long end = life.pooled() ? life.last().endedAt : now;
        for (int count = 1 + dice.below(5); count > 0; count--) {
            long wish = dice.chance(0.2)
                    ? dice.between(Math.max(life.reportedAt, end - 9 * DAY), end)
                    : dice.between(life.reportedAt, end);
            Span span = life.at(wish);
            long latest = span.endReason == null ? now : span.endedAt;
            long at = calendar.atWork(dice, Math.min(wish, latest), span.from, latest);
            String kind = dice.pickEarly(Phrases.KINDS);
            String plan = dice.chance(0.6) ? Phrases.plan(dice) : null;
            life.notes.add(new Note(span.holder, kind, Phrases.note(dice, kind), plan, at));
            life.touch(at);
        }
        life.notes.sort(Comparator.comparingLong(Note::at));
    }
}
