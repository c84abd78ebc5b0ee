package io.haina.demo;

import io.haina.demo.CompanyNames.Company;
import io.haina.demo.Crew.Person;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that happened to one customer. Times are epoch seconds. */
final class Life {

    /** Something asked for during a protection, which an approved extension makes longer. */
    record Request(
            String kind,
            Person applicant,
            Person holder,
            String reason,
            @Nullable Integer days,
            String status,
            @Nullable Person decidedBy,
            long decidedAt,
            @Nullable String comment,
            long createdAt,
            Span span,
            long untilBefore) {}

    record Claim(Person person, long at) {}

    /** @param by null where the end of the protection released the customer */
    record Release(Person formerOwner, @Nullable Person by, String reason, long at) {}

    record Note(
            Person by,
            String kind,
            String content,
            @Nullable String plan,
            long at) {}

    record Contact(String name, String phone) {}

    /** A time of holding; open while {@code endReason} is null. Nothing may happen to it before {@code settledAt}. */
    static final class Span {
        final Person holder;
        final String rule;
        final long from;
        long until;
        long settledAt;
        long endedAt;

        @Nullable
        String endReason;

        Span(Person holder, String rule, long from, long until) {
            this.holder = holder;
            this.rule = rule;
            this.from = from;
            this.settledAt = from;
            this.until = until;
        }
    }

    final Company company;
    final Person reporter;
    final long reportedAt;
    final List<Span> spans = new ArrayList<>(2);
    final List<Request> requests = new ArrayList<>(2);
    final List<Claim> claims = new ArrayList<>(1);
    final List<Release> releases = new ArrayList<>(1);
    final List<Note> notes = new ArrayList<>(5);
    final List<Contact> contacts = new ArrayList<>(2);
    String source = "";

    @Nullable
    String demand;

    String status = "following";
    long updatedAt;

    Life(Company company, Person reporter, long reportedAt) {
        this.company = company;
        this.reporter = reporter;
        this.reportedAt = reportedAt;
        this.updatedAt = reportedAt;
    }

    Span begin(Person holder, String rule, long from, long until) {
        Span span = new Span(holder, rule, from, until);
        spans.add(span);
        touch(from);
        return span;
    }

    void end(Span span, long at, String reason) {
        span.endedAt = at;
        span.endReason = reason;
        touch(at);
    }

    void touch(long at) {
        updatedAt = Math.max(updatedAt, at);
    }

    Span last() {
        return spans.getLast();
    }

    boolean pooled() {
        return last().endReason != null;
    }

    /** Who held the customer at a time, or last before it. */
    Span at(long time) {
        for (int i = spans.size() - 1; i > 0; i--) {
            if (spans.get(i).from <= time) {
                return spans.get(i);
            }
        }
        return spans.getFirst();
    }
}
