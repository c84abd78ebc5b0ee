package io.haina.trail;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.UseCase;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who changed what, the newest first, for the company's admins. */
@Service
public class Trail {

    private final TrailStore store;

    Trail(TrailStore store) {
        this.store = store;
    }

    /**
     * Some lines.
     *
     * @param next where the next ones begin; null at the end
     */
    public record Lines(List<TrailLine> lines, @Nullable Long next) {}

    /**
     * The lines that a query finds.
     *
     * @param before the line behind which to go on; null for the newest
     * @throws io.haina.problem.Refused if the actor is no admin
     */
    public Lines list(Actor actor, TrailQuery query, @Nullable Long before, int size) {
        List<TrailLine> found = store.list(Access.scoped(actor, UseCase.AUDIT_READ), query, before, size + 1);
        return found.size() > size
                ? new Lines(found.subList(0, size), found.get(size - 1).id())
                : new Lines(found, null);
    }

    /** One line. @throws io.haina.problem.Refused if the actor is no admin */
    public Optional<TrailLine> find(Actor actor, long line) {
        return store.find(Access.scoped(actor, UseCase.AUDIT_READ), line);
    }
}
