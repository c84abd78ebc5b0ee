package io.haina.attachment;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.access.UseCase;
import io.haina.database.Ids;
import io.haina.field.RecordKind;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Kind;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.record.RecordProblems;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The files of leads, customers, contacts and opportunities. Who may see a record may read them; who may change it adds to them. */
@Service
public class Attachments {

    private static final List<RecordKind> KINDS =
            List.of(RecordKind.CUSTOMER, RecordKind.LEAD, RecordKind.CONTACT, RecordKind.OPPORTUNITY);

    private final AttachmentStore store;
    private final FileStore files;
    private final Clock clock;

    Attachments(AttachmentStore store, FileStore files, Clock clock) {
        this.store = store;
        this.files = files;
        this.clock = clock;
    }

    /**
     * The files of a record, newest first.
     *
     * @throws Refused if there is no such record that the actor may see
     */
    public List<Attachment> of(Actor actor, RecordKind kind, UUID record) {
        return store.list(reading(actor, kind), kind, record)
                .orElseThrow(() -> Refused.notFound(RecordProblems.kind(kind)));
    }

    /**
     * Keeps a file. It is on the disk before anybody is told of it; what is refused leaves nothing behind.
     *
     * @param fileName as sent; only its last part counts
     * @param content read to its end, or to the limit; closing it is the caller's
     * @throws Refused if no such record is in the actor's reach, or it is a customer in a pool, the name is none, the content
     *     is empty, too large, or of no accepted type
     */
    public Attachment add(Actor actor, RecordKind kind, UUID record, @Nullable String fileName, InputStream content) {
        Permit permit = Access.permit(actor, UseCase.ATTACHMENT_ADD);
        String name = FileName.checked(fileName);
        if (!store.reaches(kind, permit.reach(), record)) {
            throw new Refused(whyNotAdded(actor, kind, record));
        }
        return keep(
                actor,
                name,
                content,
                (added, sha256) -> store.insert(permit, kind, record, added, sha256)
                        .orElseThrow(() -> new Refused(whyNotAdded(actor, kind, record))));
    }

    private Problem whyNotAdded(Actor actor, RecordKind kind, UUID record) {
        boolean pooled = kind == RecordKind.CUSTOMER
                && store.reaches(kind, Access.scoped(actor, UseCase.POOL_LIST).filter(), record);
        return pooled ? new Problem.InPool() : new Problem.NotFound(RecordProblems.kind(kind));
    }

    /**
     * Keeps a file for a field of a record that is about to be written, of whatever kind. It is the record's that first names
     * it; what none has named within a day goes.
     *
     * @throws Refused as {@link #add(Actor, RecordKind, UUID, String, InputStream)}
     */
    public Attachment add(Actor actor, @Nullable String fileName, InputStream content) {
        Permit permit = Access.permit(actor, UseCase.ATTACHMENT_ADD);
        return keep(actor, FileName.checked(fileName), content, (added, sha256) -> store.insert(permit, added, sha256));
    }

    private Attachment keep(
            Actor actor, String name, InputStream content, BiFunction<Attachment, String, Attachment> writing) {
        UUID uuid = Ids.uuid();
        try (FileStore.Draft draft = files.receive(actor.tenantId(), uuid, content)) {
            if (draft.bytes() == 0) {
                throw Refused.invalid("file", Rule.REQUIRED);
            }
            String mediaType =
                    MediaTypes.of(draft.path(), name).orElseThrow(() -> new Refused(new Problem.FileTypeRefused()));
            draft.keep();
            var added = new Attachment(
                    0, uuid, name, mediaType, draft.bytes(), actor.staffId(), actor.name(), clock.instant());
            try {
                return writing.apply(added, draft.sha256());
            } catch (Refused e) {
                files.delete(actor.tenantId(), uuid);
                throw e;
            }
        }
    }

    /**
     * A file of a record, to be sent.
     *
     * @throws Refused if the record has no such file or the actor may not see it
     */
    public Download open(Actor actor, RecordKind kind, UUID record, UUID attachment) {
        Attachment found = store.find(reading(actor, kind), kind, record, attachment)
                .orElseThrow(() -> Refused.notFound(Kind.ATTACHMENT));
        Path file = files.path(actor.tenantId(), attachment);
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException("the file of the attachment " + attachment + " is missing");
        }
        return new Download(found, file);
    }

    /**
     * Takes a file from its record. The file itself stays on the disk, as what is deleted can be brought back.
     *
     * @throws Refused if the record has no such file or the actor may not change it
     */
    public void delete(Actor actor, RecordKind kind, UUID record, UUID attachment) {
        Permit permit =
                Access.permit(actor, kind == RecordKind.PRODUCT ? UseCase.PRODUCT_CHANGE : UseCase.ATTACHMENT_DELETE);
        if (!store.delete(permit, kind, record, attachment, clock.instant())) {
            throw Refused.notFound(Kind.ATTACHMENT);
        }
    }

    /** The record that a UUID names, whatever its kind. @throws Refused if the actor sees none */
    public Holder holder(Actor actor, UUID record) {
        return KINDS.stream()
                .filter(kind -> store.reaches(kind, reading(actor, kind).filter(), record))
                .findFirst()
                .map(kind -> new Holder(kind, record))
                .orElseThrow(() -> Refused.notFound(Kind.CUSTOMER));
    }

    /** The record of a kind by its number. @throws Refused if the actor sees none */
    public Holder holder(Actor actor, RecordKind kind, long record) {
        return store.uuid(reading(actor, kind), kind, record)
                .map(uuid -> new Holder(kind, uuid))
                .orElseThrow(() -> Refused.notFound(RecordProblems.kind(kind)));
    }

    /** A file by its number. @throws Refused if the actor sees none */
    public Filed file(Actor actor, long attachment) {
        return Arrays.stream(RecordKind.values())
                .flatMap(kind -> store.filed(reading(actor, kind), kind, attachment).stream())
                .findFirst()
                .orElseThrow(() -> Refused.notFound(Kind.ATTACHMENT));
    }

    private static Scoped reading(Actor actor, RecordKind kind) {
        return Access.scoped(
                actor,
                switch (kind) {
                    case CUSTOMER -> UseCase.ATTACHMENT_OF_CUSTOMER;
                    case PRODUCT -> UseCase.PRODUCT_READ;
                    case LEAD, CONTACT, OPPORTUNITY -> UseCase.ATTACHMENT_READ;
                });
    }

    /** A record that has files. */
    public record Holder(RecordKind kind, UUID record) {}

    /** A file, and whose it is. */
    public record Filed(RecordKind kind, UUID record, Attachment attachment) {}

    /**
     * A file to be sent. It is data of a stranger: to be saved, never shown or run.
     *
     * @param file where its content lies on this machine
     */
    public record Download(Attachment attachment, Path file) {}
}
