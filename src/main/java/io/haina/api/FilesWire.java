package io.haina.api;

import io.haina.attachment.Attachment;
import java.time.Instant;
import java.util.UUID;

/** The chapter on files. */
sealed interface FilesWire extends ApiWire {

    /**
     * A file of a record.
     *
     * @param mediaType by its content
     * @param bytes its size
     */
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
