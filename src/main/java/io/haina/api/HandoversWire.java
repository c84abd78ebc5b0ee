package io.haina.api;

import io.haina.handover.Belongings;
import io.haina.handover.HandedOver;
import io.haina.handover.HandoverDraft;
import io.haina.handover.Possession;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The chapter on handing over what somebody holds. Counts are by kind: customer, lead, membership, request … */
sealed interface HandoversWire extends AdminWire {

    /**
     * An order to hand over.
     *
     * @param leaver whose things go
     * @param to who gets them; with a pool too, who gets what a pool does not take
     * @param pool where the customers go that are neither won nor locked
     * @param disable whether the leaver may sign in no more from that moment on; false where absent
     */
    @Schema(name = "HandoverOrder")
    record Order(
            @Nullable Long leaver,
            @Nullable Long to,
            @Nullable Long pool,
            @Nullable Boolean disable) implements HandoversWire {

        HandoverDraft draft() {
            return new HandoverDraft(ApiNames.required("leaver", leaver), to, pool, disable != null && disable);
        }
    }

    /**
     * What a person holds.
     *
     * @param needsPerson how many of the customers no pool takes, because they are won or locked
     */
    @Schema(name = "Belongings")
    record Held(Link person, boolean disabled, Map<String, Long> counts, long needsPerson) implements HandoversWire {

        static Held of(Belongings held) {
            return new Held(
                    new Link(held.staffId(), held.name()), held.disabled(), words(held.counts()), held.wonOrLocked());
        }
    }

    /** That a handover was undone: what went back, and what stayed because it had changed since. */
    @Schema(name = "HandoverUndoing")
    record Undone(Link by, Instant at, Map<String, Long> returned, Map<String, Long> left) implements HandoversWire {}

    /** A handover that was made; {@code undone} is null while it stands. */
    @Schema(name = "Handover")
    record Made(
            long id,
            Link leaver,
            @Nullable Link to,
            @Nullable Link pool,
            boolean disabled,
            Link by,
            Instant at,
            Map<String, Long> moved,
            @Nullable Undone undone)
            implements HandoversWire {

        static Made of(HandedOver made) {
            HandedOver.Undone undone = made.undone();
            return new Made(
                    made.id(),
                    link(made.leaver()),
                    made.to() == null ? null : link(made.to()),
                    made.pool() == null ? null : link(made.pool()),
                    made.disabled(),
                    link(made.by()),
                    made.at(),
                    words(made.moved()),
                    undone == null
                            ? null
                            : new Undone(
                                    link(undone.by()), undone.at(), words(undone.returned()), words(undone.left())));
        }
    }

    private static Link link(HandedOver.Party party) {
        return new Link(party.id(), party.name());
    }

    private static Map<String, Long> words(Map<Possession, Long> counts) {
        Map<String, Long> words = new LinkedHashMap<>();
        for (Possession kind : Possession.values()) {
            Long count = counts.get(kind);
            if (count != null) {
                words.put(ApiNames.word(kind), count);
            }
        }
        return words;
    }
}
