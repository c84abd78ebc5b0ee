package io.haina.kind;

import io.haina.field.RecordKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The use cases of each kind of record. */
@Component
public class Keepers {

    private final Map<RecordKind, Keeper> byKind = new EnumMap<>(RecordKind.class);

    Keepers(List<Keeper> keepers) {
        keepers.forEach(keeper -> byKind.put(keeper.kind(), keeper));
    }

    public Keeper of(RecordKind kind) {
        Keeper keeper = byKind.get(kind);
        if (keeper == null) {
            throw new IllegalStateException("nothing keeps " + kind);
        }
        return keeper;
    }
}
