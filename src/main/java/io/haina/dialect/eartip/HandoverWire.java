package io.haina.dialect.eartip;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.haina.access.Actor;
import io.haina.handover.Belongings;
import io.haina.handover.HandedOver;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of handing over what a leaver held. Counts are by kind, in the words of {@link EartipNames#possessions}. */
sealed interface HandoverWire extends EartipWire {

    /** Of whom, or which part of the list. */
    record Wish(
            @JsonProperty("user_id") @Nullable Long userId,
            @Nullable Integer page,
            @Nullable Integer count) implements HandoverWire {}

    /** To a person, into a pool, or both: then the person gets what the pool does not take. */
    record Order(
            @JsonProperty("user_id") @Nullable Long userId,
            @JsonProperty("to_user_id") @Nullable Long toUserId,
            @JsonProperty("pool_id") @Nullable Long poolId,
            @Nullable Integer disable)
            implements HandoverWire {}

    record Undo(@JsonProperty("handover_id") @Nullable Long handoverId) implements HandoverWire {}

    /** What somebody holds; {@code needs_user} of the organizations no pool takes. */
    record Preview(
            @JsonProperty("user_id") long userId,
            String realName,
            int status,
            Map<String, Long> counts,
            @JsonProperty("needs_user") long needsUser)
            implements HandoverWire {
        static Preview of(Belongings belongings) {
            return new Preview(
                    belongings.staffId(),
                    belongings.name(),
                    belongings.disabled() ? 0 : 1,
                    EartipNames.possessions(belongings.counts()),
                    belongings.wonOrLocked());
        }
    }

    /** A person or a pool. */
    record Party(long id, String name) implements HandoverWire {
        static @Nullable Party of(HandedOver.@Nullable Party party) {
            return party == null ? null : new Party(party.id(), party.name());
        }
    }

    /** A handover that was made; the last four keys are null while it stands. */
    record Made(
            long id,
            @Nullable Party user,
            @JsonProperty("to_user") @Nullable Party toUser,
            @Nullable Party pool,
            int disabled,
            @Nullable Party operator,
            String time,
            Map<String, Long> moved,
            @JsonProperty("undo_operator") @Nullable Party undoOperator,
            @JsonProperty("undo_time") @Nullable String undoTime,
            @Nullable Map<String, Long> returned,
            @Nullable Map<String, Long> left)
            implements HandoverWire {
        static Made of(Actor viewer, HandedOver made) {
            ZoneId zone = viewer.tenant().zone();
            HandedOver.Undone undone = made.undone();
            return new Made(
                    made.id(),
                    Party.of(made.leaver()),
                    Party.of(made.to()),
                    Party.of(made.pool()),
                    made.disabled() ? 1 : 0,
                    Party.of(made.by()),
                    EartipNames.time(made.at(), zone),
                    EartipNames.possessions(made.moved()),
                    undone == null ? null : Party.of(undone.by()),
                    undone == null ? null : EartipNames.time(undone.at(), zone),
                    undone == null ? null : EartipNames.possessions(undone.returned()),
                    undone == null ? null : EartipNames.possessions(undone.left()));
        }
    }
}
