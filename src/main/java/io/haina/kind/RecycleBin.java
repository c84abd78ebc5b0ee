package io.haina.kind;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.field.RecordKind;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.record.Restored;
import org.springframework.stereotype.Service;

/** What was deleted, for whoever may bring it back. */
@Service
public class RecycleBin {

    private final Keepers keepers;
    private final RecycleBinStore store;

    RecycleBin(Keepers keepers, RecycleBinStore store) {
        this.keepers = keepers;
        this.store = store;
    }

    /** The deleted records of a kind within the actor's reach, the last deleted first. */
    public Slice<DeletedRecord> list(Actor actor, RecordKind kind, Page page) {
        UseCase listing = kind == RecordKind.PRODUCT ? UseCase.PRODUCT_RESTORE : UseCase.DELETED_LIST;
        return store.list(Access.scoped(actor, listing), kind, page);
    }

    /** Brings one back. @throws io.haina.problem.Refused as the use cases of its kind */
    public Restored restore(Actor actor, RecordKind kind, long id) {
        return keepers.of(kind).restore(actor, id);
    }
}
