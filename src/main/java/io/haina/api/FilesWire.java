package io.haina.api;

import io.haina.attachment.Attachment;
import io.haina.record.FieldFile;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** The chapter on files. */
sealed interface FilesWire extends ApiWire {

    /**
     * A file that a field names; its content is at {@code /attachments/{id}}.
     *
     * @param uuid what a field is written by
     * @param bytes its size
     */
    @Schema(name = "AttachmentLink")
    record FileLink(long id, UUID uuid, String name, long bytes) implements FilesWire {

        static FileLink of(FieldFile file) {
            return new FileLink(file.id(), file.uuid(), file.name(), file.bytes());
        }
    }

    /**
     * A file of a record.
     *
     * @param mediaType by its content
     * @param bytes its size
     */
    @Schema(name = "Attachment")
    record File(long id, UUID uuid, String name, String mediaType, long bytes, Link uploadedBy, Instant createdAt)
            implements FilesWire {

        static File of(Attachment file) {
            return new File(
                    file.id(),
                    file.uuid(),
                    file.fileName(),
                    file.mediaType(),
                    file.bytes(),
                    new Link(file.uploadedBy(), file.uploadedByName()),
                    file.createdAt());
        }
    }
}
