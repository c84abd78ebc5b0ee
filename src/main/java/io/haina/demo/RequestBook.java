package io.haina.demo;

import io.haina.demo.Crew.Person;
import io.haina.demo.Life.Request;
import io.haina.demo.Life.Span;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes up what is asked for and how it is decided; sees to it that everybody has something that ends soon. */
final class RequestBook {

    private static final String EXTENSION = "extension";
    private static final String TRANSFER = "transfer";
    private static final long DAY = WorkCalendar.DAY;
    private static final long MINUTE = 60;
    private static final long SOON = 2 * DAY;
    private static final List<Integer> DAYS = List.of(15, 15, 30, 30, 60, 90);
    private static final List<Integer> LONG = List.of(60, 90, 120);

    private final Crew crew;
    private final WorkCalendar calendar;
    private final long now;
    private final int[] endingSoon;
    private final int[] waiting;

    RequestBook(Crew crew, WorkCalendar calendar) {
        this.crew = crew;
        this.calendar = calendar;
        this.now = calendar.now();
        this.endingSoon = new int[crew.people().size()];
        this.waiting = new int[crew.people().size()];
    }

    /** An extension that was asked for in time and granted. */
    void extend(Life life, Dice dice, Span span) {
        int needed = (int) ((now - span.until) / DAY) + 1;
        boolean soon = needed <= 120 && (endingSoon[span.holder.index()] == 0 || dice.chance(0.12));
        int days = soon ? needed + dice.below(2) : dice.pick(needed > 60 ? LONG : DAYS);
        long decided = ask(life, dice, span, days, true);
        span.until += days * DAY;
        span.settledAt = decided + 1;
        life.touch(decided);
    }

    /** Sometimes an extension was asked for in vain before a protection ended. */
    void refuse(Life life, Dice dice, Span span) {
        if (crew.deciderFor(span.holder) != null && dice.chance(0.2)) {
            ask(life, dice, span, dice.pick(DAYS), false);
        }
    }

    private long ask(Life life, Dice dice, Span span, int days, boolean granted) {
        long earliest = span.settledAt;
        long latest = Math.max(earliest, span.until - 2 * MINUTE);
        long created = calendar.atWork(dice, span.until - dice.between(DAY, 6 * DAY), earliest, latest);
        long decided = calendar.atWork(dice, created + dice.between(0, 2 * DAY), created + MINUTE, span.until - MINUTE);
        life.requests.add(new Request(
                EXTENSION,
                span.holder,
                span.holder,
                dice.pick(Phrases.EXTENSION_REASONS),
                days,
                granted ? "approved" : "rejected",
                crew.deciderFor(span.holder),
                decided,
                dice.pick(granted ? Phrases.APPROVALS : Phrases.REJECTIONS),
                created,
                span,
                span.until));
        return decided;
    }

    /** A transfer that was asked for during a protection and granted; the span of the new holder. */
    Span handOn(Life life, Dice dice, Span span, Person taker, LongUnaryOperator protectedUntil) {
        long earliest = span.settledAt;
        long latest = Math.max(earliest, Math.min(now, span.until - MINUTE));
        long decided = calendar.atWork(dice, dice.between(earliest, latest), earliest, latest);
        life.requests.add(new Request(
                TRANSFER,
                taker,
                span.holder,
                dice.pick(Phrases.TRANSFER_REASONS),
                null,
                "approved",
                crew.deciderFor(taker),
                decided,
                dice.pick(Phrases.APPROVALS),
                decided - dice.between(10, 5 * MINUTE),
                span,
                0));
        life.end(span, decided, "transferred");
        return life.begin(taker, TRANSFER, decided, protectedUntil.applyAsLong(decided));
    }

    /** What is still waiting for a decision about a customer that is held now. */
    void atEnd(Life life, Dice dice, Span span) {
        int holder = span.holder.index();
        if (span.until - now <= SOON) {
            endingSoon[holder]++;
        }
        boolean ends = span.until - now < 6 * DAY || crew.deciderFor(span.holder) == null;
        if (ends && (waiting[holder] == 0 || dice.chance(0.25))) {
            waiting[holder]++;
            pending(life, dice, EXTENSION, span.holder, span, dice.pick(DAYS));
        } else if (dice.chance(0.015)) {
            Person wisher = crew.next(dice);
            if (!wisher.equals(span.holder)) {
                pending(life, dice, TRANSFER, wisher, span, null);
            }
        }
    }

    private void pending(Life life, Dice dice, String kind, Person applicant, Span span, @Nullable Integer days) {
        long earliest = Math.max(span.settledAt, now - 4 * DAY);
        long created = calendar.atWork(dice, dice.between(earliest, now), earliest, now);
        List<String> reasons = days == null ? Phrases.TRANSFER_REASONS : Phrases.EXTENSION_REASONS;
        life.requests.add(new Request(
                kind, applicant, span.holder, dice.pick(reasons), days, "pending", null, 0, null, created, span, 0));
    }
}
