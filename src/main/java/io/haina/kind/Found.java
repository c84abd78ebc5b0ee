package io.haina.kind;

import io.haina.field.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * A record that words have found.
 *
 * @param detail what tells it from others of the name; null where there is nothing, or the role does not see it
 */
public record Found(
        RecordKind kind, long id, String name, @Nullable String detail) {}
