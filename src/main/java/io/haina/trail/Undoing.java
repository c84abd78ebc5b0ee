package io.haina.trail;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Scoped;
import io.haina.access.UseCase;
import io.haina.catalog.Catalogs;
import io.haina.catalog.CommonFields;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.kind.Keeper;
import io.haina.kind.Keepers;
import io.haina.kind.KindRecords;
import io.haina.kind.Versions;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import io.haina.record.RecordProblems;
import io.haina.record.Restored;
import io.haina.record.StoredRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Undoes what a line of the audit tells: a change of a record's fields by writing back what was, and a deletion. Both go the way
 * that every change and every restoration goes, under the rules of today.
 */
@Service
public class Undoing {

    private static final int TRIES = 5;

    private final TrailStore store;
    private final Keepers keepers;
    private final KindRecords records;
    private final Versions versions;
    private final Catalogs catalogs;

    Undoing(TrailStore store, Keepers keepers, KindRecords records, Versions versions, Catalogs catalogs) {
        this.store = store;
        this.keepers = keepers;
        this.records = records;
        this.versions = versions;
        this.catalogs = catalogs;
    }

    /** The record of which something was undone, as it is now. */
    public record Undone(RecordKind kind, Restored restored) {}

    /** Whether a line looks as if it could be undone; only trying tells whether the values have changed again. */
    public boolean isRestorable(Actor actor, TrailLine line) {
        return actor.may(UseCase.AUDIT_RESTORE)
                && RecordKind.of(line.kind())
                        .filter(kind -> isDeletion(kind, line)
                                ? line.gone()
                                : !line.gone() && !changed(actor, kind, line).isEmpty())
                        .isPresent();
    }

    /**
     * Undoes one.
     *
     * @throws Refused with {@link Problem.ChangedSince} if a field that it changed has another value by now, with
     *     {@link Problem.NotRestorable} if it is about nothing that can be written back, or as the change or the restoration
     */
    public Undone undo(Actor actor, long id) {
        Scoped scoped = Access.scoped(actor, UseCase.AUDIT_RESTORE);
        TrailLine line = store.find(scoped, id).orElseThrow(() -> Refused.notFound(Problem.Kind.CHANGE));
        RecordKind kind = RecordKind.of(line.kind()).orElseThrow(Undoing::notRestorable);
        Long record = line.recordId();
        if (record == null) {
            throw notRestorable();
        }
        if (isDeletion(kind, line)) {
            return new Undone(kind, keepers.of(kind).restore(actor, record));
        }
        Map<String, Change> changed = changed(actor, kind, line);
        if (changed.isEmpty()) {
            throw notRestorable();
        }
        writeBack(scoped, kind, record, changed);
        Keeper keeper = keepers.of(kind);
        return new Undone(kind, new Restored(record, keeper.get(actor, record).whole(CommonFields.OWNER_ID), null));
    }

    private static boolean isDeletion(RecordKind kind, TrailLine line) {
        return line.action().equals(kind.key() + ".delete");
    }

    private static Refused notRestorable() {
        return new Refused(new Problem.NotRestorable());
    }

    /** What a field was, and was changed to. */
    private record Change(@Nullable Object before, @Nullable Object after) {}

    /** What a line has changed of the fields that can be set, by name; nothing where it tells of something else. */
    private Map<String, Change> changed(Actor actor, RecordKind kind, TrailLine line) {
        Map<String, Change> changed = new TreeMap<>();
        if (!line.action().equals(kind.key() + ".change")) {
            return changed;
        }
        StoredRow reader = reader(actor, kind);
        Map<String, @Nullable Object> before = reader.values(line.before());
        Map<String, @Nullable Object> after = reader.values(line.after());
        for (Field field : catalog(actor, kind).fields()) {
            Change change = new Change(before.get(field.name()), after.get(field.name()));
            if (field.isWritable() && !History.same(change.before(), change.after())) {
                changed.put(field.name(), change);
            }
        }
        return changed;
    }

    private FieldCatalog catalog(Actor actor, RecordKind kind) {
        return catalogs.of(actor, kind).whole();
    }

    private StoredRow reader(Actor actor, RecordKind kind) {
        return new StoredRow(kind, catalog(actor, kind));
    }

    /** The version is read before the values: if the record is still of this version when it is changed, they are its values. */
    private void writeBack(Scoped scoped, RecordKind kind, long id, Map<String, Change> changed) {
        Actor actor = scoped.actor();
        Map<String, @Nullable Object> draft = new LinkedHashMap<>();
        changed.forEach((name, change) -> draft.put(name, raw(change.before())));
        for (int tries = 0; tries < TRIES; tries++) {
            String version = records.standing(actor, kind, id).version();
            Optional<String> present = store.present(scoped, kind, id);
            if (present.isEmpty()) {
                throw Refused.notFound(RecordProblems.kind(kind));
            }
            Map<String, @Nullable Object> now = reader(actor, kind).values(present.get());
            List<String> moved = changed.entrySet().stream()
                    .filter(each -> !History.same(
                            now.get(each.getKey()), each.getValue().after()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!moved.isEmpty()) {
                throw new Refused(new Problem.ChangedSince(moved));
            }
            try {
                versions.change(
                        actor, kind, id, Set.of(version), () -> keepers.of(kind).change(actor, id, draft));
                return;
            } catch (Refused refused) {
                if (!(refused.problem() instanceof Problem.ChangedMeanwhile)) {
                    throw refused;
                }
            }
        }
        throw new Refused(new Problem.ChangedMeanwhile());
    }

    /** A value as a draft has it. */
    private static @Nullable Object raw(@Nullable Object value) {
        return switch (value) {
            case Instant instant -> instant.toString();
            case LocalDate date -> date.toString();
            case UUID uuid -> uuid.toString();
            case null, default -> value;
        };
    }
}
