package io.haina.api;

import io.haina.trail.Feed.Stretch;
import io.haina.trail.FeedItem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** The chapter on the feed of changes. */
sealed interface ChangesWire extends AdminWire {

    /**
     * That something happened to a record.
     *
     * @param cursor the place right behind it
     */
    @Schema(name = "RecordEvent")
    record Changed(
            String cursor,
            Instant at,

            @Schema(allowableValues = {"leads", "customers", "contacts", "opportunities", "products"})
            String kind,

            long id,

            @Schema(allowableValues = {"created", "changed", "deleted", "restored"})
            String type)
            implements ChangesWire {

        static Changed of(FeedItem item) {
            return new Changed(
                    item.cursor().toString(),
                    item.at(),
                    ApiNames.kind(item.kind()),
                    item.id(),
                    ApiNames.word(item.type()));
        }
    }

    /**
     * A stretch of the feed.
     *
     * @param next to be given as {@code since} next time, also where there is nothing yet
     * @param more whether there is something behind it already
     * @param keptSince from when on changes are kept
     */
    @Schema(name = "ChangeFeed")
    record Changes(List<Changed> items, String next, boolean more, Instant keptSince) implements ChangesWire {

        static Changes of(Stretch stretch) {
            return new Changes(
                    stretch.items().stream().map(Changed::of).toList(),
                    stretch.next().toString(),
                    stretch.more(),
                    stretch.keptSince());
        }
    }
}
