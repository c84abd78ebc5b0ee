package io.haina.attachment;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.database.Ids;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Kind;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The files of customers. Who may see a customer may read them; who holds it adds to them. */
@Service
public class Attachments {

    private final AttachmentStore store;
    private final FileStore files;
    private final Clock clock;

    Attachments(AttachmentStore store, FileStore files, Clock clock) {
        this.store = store;
        this.files = files;
        this.clock = clock;
    }

    /**
     * The files of a customer, newest first.
     *
     * @throws Refused if there is no such customer that the actor may see
     */
    public List<Attachment> of(Actor actor, UUID customer) {
        return store.list(Access.scoped(actor, UseCase.ATTACHMENT_READ), customer)
                .orElseThrow(() -> Refused.notFound(Kind.CUSTOMER));
    }

    /**
     * Keeps a file. It is on the disk before anybody is told of it; what is refused leaves nothing behind.
     *
     * @param fileName as sent; only its last part counts
     * @param content read to its end, or to the limit; closing it is the caller's
     * @throws Refused if no such customer is in the actor's reach, the name is none, the content is empty, too large, or of
     *     no accepted type
     */
    public Attachment add(Actor actor, UUID customer, @Nullable String fileName, InputStream content) {
        var permit = Access.permit(actor, UseCase.ATTACHMENT_ADD);
        String name = FileName.checked(fileName);
        if (!store.mayAdd(permit, customer)) {
            throw Refused.notFound(Kind.CUSTOMER);
        }
        UUID uuid = Ids.uuid();
        try (FileStore.Draft draft = files.receive(actor.tenantId(), uuid, content)) {
            if (draft.bytes() == 0) {
                throw Refused.invalid("file", Rule.REQUIRED);
            }
            String mediaType =
                    MediaTypes.of(draft.path(), name).orElseThrow(() -> new Refused(new Problem.FileTypeRefused()));
            draft.keep();
            var added = new Attachment(0, uuid, name, mediaType, draft.bytes(), actor.name(), clock.instant());
            return store.insert(permit, customer, added, draft.sha256()).orElseThrow(() -> {
                files.delete(actor.tenantId(), uuid);
                return Refused.notFound(Kind.CUSTOMER);
            });
        }
    }

    /**
     * A file of a customer, to be sent.
     *
     * @throws Refused if the customer has no such file or the actor may not see it
     */
    public Download open(Actor actor, UUID customer, UUID attachment) {
        Attachment found = store.find(Access.scoped(actor, UseCase.ATTACHMENT_READ), customer, attachment)
                .orElseThrow(() -> Refused.notFound(Kind.ATTACHMENT));
        Path file = files.path(actor.tenantId(), attachment);
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException("the file of the attachment " + attachment + " is missing");
        }
        return new Download(found, file);
    }

    /**
     * A file to be sent. It is data of a stranger: to be saved, never shown or run.
     *
     * @param file where its content lies on this machine
     */
    public record Download(Attachment attachment, Path file) {}
}
