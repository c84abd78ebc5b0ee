package io.haina.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.haina.trail.Trail.Lines;
import io.haina.trail.TrailLine;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The chapter on who changed what. */
sealed interface AuditWire extends AdminWire {

    /**
     * A line of the audit.
     *
     * @param actor null where the system acted by itself
     * @param restorable whether it can be undone as far as one sees before trying
     * @param before what was, by the names of the store; null where there was nothing
     * @param after what is since then
     */
    @Schema(name = "AuditLine")
    record Line(
            long id,
            Instant at,
            @Nullable Link actor,
            String action,
            String kind,
            @Nullable Long recordId,
            @Nullable String recordName,
            boolean restorable,

            @JsonRawValue @Schema(types = {"object", "null"}) @Nullable
            String before,

            @JsonRawValue @Schema(types = {"object", "null"}) @Nullable
            String after)
            implements AuditWire {

        static Line of(TrailLine line, boolean restorable) {
            return new Line(
                    line.id(),
                    line.at(),
                    Link.of(line.actorId(), line.actor()),
                    line.action(),
                    line.kind(),
                    line.recordId(),
                    line.recordName(),
                    restorable,
                    line.before(),
                    line.after());
        }
    }

    /**
     * Some lines, the newest first.
     *
     * @param next the cursor of those behind them; null at the end
     */
    @Schema(name = "AuditTrail")
    record Trailing(List<Line> items, @Nullable String next) implements AuditWire {

        static Trailing of(Lines lines, Predicate<TrailLine> restorable) {
            Long next = lines.next();
            return new Trailing(
                    lines.lines().stream()
                            .map(line -> Line.of(line, restorable.test(line)))
                            .toList(),
                    next == null ? null : next.toString());
        }
    }
}
