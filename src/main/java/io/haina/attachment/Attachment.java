package io.haina.attachment;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that belongs to a record.
 *
 * @param fileName as its sender called it, without folders; only for showing
 * @param mediaType by its content
 * @param bytes its size
 * @param uploadedBy who sent it, as uploadedByName
 */
public record Attachment(
        long id,
        UUID uuid,
        String fileName,
        String mediaType,
        long bytes,
        long uploadedBy,
        String uploadedByName,
        Instant createdAt) {

    /** The same, as the store knows it. */
    Attachment withId(long id) {
        return new Attachment(id, uuid, fileName, mediaType, bytes, uploadedBy, uploadedByName, createdAt);
    }
}
