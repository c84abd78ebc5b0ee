package io.haina.kind;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.customer.CustomerLinks;
import io.haina.field.RecordKind;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Changes that hold only for a record as somebody has read it. */
@Service
public class Versions {

    private final Keepers keepers;
    private final KindStore store;
    private final CustomerLinks links;
    private final Unchanged unchanged;

    Versions(Keepers keepers, KindStore store, CustomerLinks links, Unchanged unchanged) {
        this.keepers = keepers;
        this.store = store;
        this.links = links;
        this.unchanged = unchanged;
    }

    /**
     * Changes a record that is still as it was read.
     *
     * @param versions of which the record must have one; null for whatever it has
     * @param change outside of any transaction
     * @throws Refused with {@link Problem.ChangedMeanwhile} if it has another, or as the change
     */
    public void change(Actor actor, RecordKind kind, long id, @Nullable Collection<String> versions, Runnable change) {
        unchanged.change(
                versions,
                () -> hold(actor, kind, id),
                () -> {
                    keepers.of(kind).get(actor, id);
                    return store.version(actor, kind, id).orElse("");
                },
                change);
    }

    /** Keeps a record as it is until the caller's transaction ends, its customer first as every change of it does. */
    public void hold(Actor actor, RecordKind kind, long id) {
        Permit permit = Access.permit(actor, keepers.of(kind).changing());
        if (kind == RecordKind.CONTACT || kind == RecordKind.OPPORTUNITY) {
            links.lockOf(permit, kind, List.of(id), List.of());
        }
        store.lock(permit, kind, id);
    }
}
