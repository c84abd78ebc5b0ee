package io.haina.attachment;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that belongs to a customer.
 *
 * @param fileName as its sender called it, without folders; only for showing
 * @param mediaType by its content
 * @param bytes its size
 */
public record Attachment(
        long id, UUID uuid, String fileName, String mediaType, long bytes, String uploadedByName, Instant createdAt) {}
