package io.haina.record;

import java.util.UUID;

/**
 * A file that a field of a record names.
 *
 * @param name as its sender called it, without folders; only for showing
 * @param bytes its size
 */
public record FieldFile(long id, UUID uuid, String name, long bytes) {}
