package io.haina.exchange;

import io.haina.field.RecordKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The kinds of record that can be imported. */
final class Targets {

    private final Map<RecordKind, ImportTarget> byKind = new EnumMap<>(RecordKind.class);

    Targets(List<ImportTarget> targets) {
        targets.forEach(target -> byKind.put(target.kind(), target));
    }

    ImportTarget of(RecordKind kind) {
        ImportTarget target = byKind.get(kind);
        if (target == null) {
            throw new IllegalStateException("nothing imports " + kind);
        }
        return target;
    }
}
