package io.haina.trail;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.field.RecordKind;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * What happened to the records that somebody sees, in the order of the transactions, none left out: a line is told when no
 * transaction that began before its own is still running, so that none can appear behind a cursor.
 */
@Service
public class Feed {

    /** Lines that one request looks at, visible or not. */
    static final int LOOKED_AT = 1000;

    private static final int FEW = 25;
    private static final int USUAL = 100;

    private static final Map<RecordKind, UseCase> SEEN_BY = new EnumMap<>(Map.of(
            RecordKind.LEAD, UseCase.LEAD_READ,
            RecordKind.CUSTOMER, UseCase.CUSTOMER_LOOK,
            RecordKind.CONTACT, UseCase.CONTACT_READ,
            RecordKind.OPPORTUNITY, UseCase.OPPORTUNITY_READ,
            RecordKind.PRODUCT, UseCase.PRODUCT_READ));

    private final FeedStore store;
    private final Clock clock;
    private final Duration kept;

    Feed(FeedStore store, Clock clock, @Value("${haina.changes-kept:90d}") Duration kept) {
        this.store = store;
        this.clock = clock;
        this.kept = kept;
    }

    /**
     * A stretch of the feed.
     *
     * @param next where the next one begins, also where there is nothing yet
     * @param more whether there is something behind it already
     * @param keptSince from when on changes are kept
     */
    public record Stretch(List<FeedItem> items, Cursor next, boolean more, Instant keptSince) {}

    /** The place behind all that has happened so far, and before all that is still happening. */
    public Stretch now(Actor actor) {
        Access.scoped(actor, UseCase.CHANGE_FEED);
        return new Stretch(List.of(), store.now(), false, keptSince());
    }

    /**
     * What comes after a place.
     *
     * @param since null for the beginning of what is kept
     * @param kinds of which kinds; empty for all
     * @param size items at most
     * @throws Refused if what comes after the place is no longer kept
     */
    public Stretch after(Actor actor, @Nullable Cursor since, Set<RecordKind> kinds, int size) {
        var scoped = Access.scoped(actor, UseCase.CHANGE_FEED);
        Instant keptSince = keptSince();
        Cursor from = since == null ? store.begin(scoped, keptSince).orElseGet(store::now) : since;
        List<FeedItem> seen = new ArrayList<>();
        Cursor next = from;
        int looked = 0;
        do {
            // Behind a line that was told nothing can appear before it, so a second look may follow later.
            int most = looked == 0 ? first(size) : LOOKED_AT - looked;
            List<FeedItem> lines = store.after(scoped, next, most);
            if (looked == 0
                    && since != null
                    && !lines.isEmpty()
                    && lines.getFirst().at().isBefore(keptSince)) {
                throw new Refused(new Problem.CursorTooOld());
            }
            Map<RecordKind, Set<Long>> visible = visible(actor, lines, kinds);
            lines.stream()
                    .filter(line -> visible.getOrDefault(line.kind(), Set.of()).contains(line.id()))
                    .forEach(seen::add);
            if (seen.size() > size) {
                List<FeedItem> some = List.copyOf(seen.subList(0, size));
                return new Stretch(some, some.getLast().cursor(), true, keptSince);
            }
            next = lines.isEmpty() ? next : lines.getLast().cursor();
            looked += lines.size();
            if (lines.size() < most) {
                return new Stretch(List.copyOf(seen), next, false, keptSince);
            }
        } while (looked < LOOKED_AT);
        return new Stretch(List.copyOf(seen), next, true, keptSince);
    }

    /** Most that is asked for is found here: whoever sees all needs one line more than items. Few numbers, for few statements. */
    private static int first(int size) {
        return size <= FEW ? 2 * FEW : size <= USUAL ? 2 * USUAL : LOOKED_AT;
    }

    private Map<RecordKind, Set<Long>> visible(Actor actor, List<FeedItem> lines, Set<RecordKind> kinds) {
        Map<RecordKind, Set<Long>> wanted = new EnumMap<>(RecordKind.class);
        for (FeedItem line : lines) {
            UseCase seenBy = SEEN_BY.get(line.kind());
            if (seenBy != null && actor.may(seenBy) && (kinds.isEmpty() || kinds.contains(line.kind()))) {
                wanted.computeIfAbsent(line.kind(), kind -> new HashSet<>()).add(line.id());
            }
        }
        Map<RecordKind, Set<Long>> visible = new EnumMap<>(RecordKind.class);
        wanted.forEach((kind, ids) -> {
            UseCase seenBy = SEEN_BY.get(kind);
            if (seenBy != null) {
                visible.put(kind, store.visible(Access.scoped(actor, seenBy), kind, ids));
            }
        });
        return visible;
    }

    private Instant keptSince() {
        return clock.instant().minus(kept);
    }
}
