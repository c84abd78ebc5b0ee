package io.haina.kind;

import io.haina.access.Actor;
import io.haina.field.RecordKind;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Changes that hold only for a record as somebody has read it. */
@Service
public class Versions {

    private final Keepers keepers;
    private final KindStore store;
    private final Unchanged unchanged;

    Versions(Keepers keepers, KindStore store, Unchanged unchanged) {
        this.keepers = keepers;
        this.store = store;
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
                () -> {
                    keepers.of(kind).get(actor, id);
                    return store.version(actor, kind, id).orElse("");
                },
                change);
    }
}
