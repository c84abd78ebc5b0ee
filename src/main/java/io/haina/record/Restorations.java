package io.haina.record;

import io.haina.access.Permit;
import io.haina.catalog.Catalogs;
import io.haina.catalog.RecordType;
import io.haina.database.Grams;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What the coming back of a deleted record takes, whatever its kind. The packages of the kinds decide who may and what else
 * comes back. All of it belongs into one transaction.
 */
@Service
public class Restorations {

    private final Catalogs catalogs;
    private final RestoreStore store;
    private final RecordWriteStore writes;
    private final Clock clock;

    Restorations(Catalogs catalogs, RestoreStore store, RecordWriteStore writes, Clock clock) {
        this.catalogs = catalogs;
        this.store = store;
        this.writes = writes;
        this.clock = clock;
    }

    /**
     * Brings a record back, with what it alone may have and with the words by which it is found. It is its owner's again;
     * where that person may no longer sign in, the actor's.
     *
     * @param columns what its kind sets besides
     * @param nobodys whether nobody is to hold it
     * @throws Refused if there is no such deleted record in reach, or another has a value that may occur once
     */
    public Restored restore(
            Permit permit, RecordKind kind, long id, Map<String, ? extends @Nullable Object> columns, boolean nobodys) {
        Restored restored = store.restore(
                        permit, kind, id, columns, nobodys, clock.instant().truncatedTo(ChronoUnit.MICROS))
                .orElseThrow(() -> Refused.notFound(RecordProblems.kind(kind)));
        claim(permit, kind, id);
        return restored;
    }

    /**
     * Takes again what a record alone may have, and writes down the words by which it is found: after its mark of deletion
     * was taken off in the same transaction.
     *
     * @throws Refused if another has a value that may occur once
     */
    public void claim(Permit permit, RecordKind kind, long id) {
        RecordType type = catalogs.type(permit.actor(), kind);
        FieldCatalog whole = catalogs.whole(permit.actor(), kind, writes.holdFields(permit));
        List<Field> sole = whole.whole().fields().stream()
                .filter(field -> field.rules().unique())
                .toList();
        if (!sole.isEmpty()) {
            Map<String, @Nullable Object> values = store.values(permit, type, sole, id);
            for (Field field : sole) {
                Object value = values.get(field.name());
                if (value != null && !writes.claim(permit, kind.key(), id, field, Grams.fold(value.toString()))) {
                    throw new Refused(RecordProblems.taken(kind, field));
                }
            }
        }
        if (!type.searched().isEmpty()) {
            writes.index(permit, type, id);
        }
    }
}
