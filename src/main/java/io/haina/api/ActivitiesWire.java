package io.haina.api;

import io.haina.access.Actor;
import io.haina.activity.ActivityKind;
import io.haina.activity.JournalKind;
import io.haina.activity.Named;
import io.haina.activity.RecordActivityDraft;
import io.haina.activity.TimelineEntry;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The chapter on what was done with records. */
sealed interface ActivitiesWire extends ApiWire {

    /**
     * An activity as it is written down.
     *
     * @param kind how somebody was in touch
     * @param category what the company calls it, beside the kind
     * @param nextContactAt when the record is to be followed up next; absent leaves what was said before
     * @param contacts whom it was about besides
     * @param opportunities what it was about besides
     */
    @Schema(name = "ActivityDraft")
    record Written(
            @Nullable String kind,
            @Nullable String category,
            @Nullable String content,
            @Nullable String nextPlan,
            @Nullable String nextContactAt,
            @Nullable List<@Nullable Long> contacts,
            @Nullable List<@Nullable Long> opportunities)
            implements ActivitiesWire {

        RecordActivityDraft draft(Actor actor) {
            return new RecordActivityDraft(
                    ApiNames.choice("kind", kind, ActivityKind.values()),
                    category,
                    content,
                    nextPlan,
                    ApiNames.instant(actor, "nextContactAt", nextContactAt),
                    ids("contacts", contacts),
                    ids("opportunities", opportunities));
        }

        private static List<Long> ids(String field, @Nullable List<@Nullable Long> sent) {
            if (sent == null) {
                return List.of();
            }
            if (sent.size() > MOST_ABOUT || sent.stream().anyMatch(Objects::isNull)) {
                throw Refused.invalid(field, sent.size() > MOST_ABOUT ? Rule.TOO_LONG : Rule.REQUIRED);
            }
            return sent.stream().filter(Objects::nonNull).distinct().toList();
        }
    }

    /** So many records one activity may be about. */
    int MOST_ABOUT = 100;

    /**
     * An entry of a timeline.
     *
     * @param type activity, or demand
     * @param kind of an activity, how somebody was in touch
     * @param at when it happened
     * @param by who wrote it down
     * @param followers who took part
     * @param attachment the address of a file beside it
     */
    @Schema(name = "TimelineEntry")
    record Entry(
            long id,
            String type,
            @Nullable String kind,
            @Nullable String category,
            String content,
            @Nullable String note,
            @Nullable String nextPlan,
            @Nullable Instant nextContactAt,
            Instant at,
            Link by,
            List<Link> followers,
            List<Link> contacts,
            List<Link> opportunities,
            @Nullable String attachment,
            Instant createdAt)
            implements ActivitiesWire {

        static Entry of(TimelineEntry entry) {
            return new Entry(
                    entry.id(),
                    entry.journal() == JournalKind.DEMAND ? "demand" : "activity",
                    entry.kind() == null ? null : ApiNames.word(entry.kind()),
                    entry.category(),
                    entry.content(),
                    entry.note(),
                    entry.nextPlan(),
                    entry.nextContactAt(),
                    entry.happenedAt(),
                    link(entry.by()),
                    links(entry.followers()),
                    links(entry.contacts()),
                    links(entry.opportunities()),
                    entry.attachment(),
                    entry.createdAt());
        }

        private static List<Link> links(List<Named> named) {
            return named.stream().map(Entry::link).toList();
        }

        private static Link link(Named named) {
            return new Link(named.id(), named.name());
        }
    }
}
