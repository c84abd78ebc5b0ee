package io.haina.kind;

import io.haina.field.RecordKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record in the recycle bin.
 *
 * @param owner who held it; null for nobody
 * @param deletedBy null where the system deleted it by itself
 */
public record DeletedRecord(
        RecordKind kind,
        long id,
        @Nullable String name,
        @Nullable Person owner,
        Instant deletedAt,
        @Nullable Person deletedBy) {

    /** Somebody by number and name. */
    public record Person(long id, String name) {}
}
