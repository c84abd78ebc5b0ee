package io.haina.record;

import org.jspecify.annotations.Nullable;

/**
 * A record that was deleted and is there again.
 *
 * @param owner who holds it; null where nobody does
 * @param pool of a customer that nobody holds: where it lies; else null
 */
public record Restored(
        long id, @Nullable Long owner, @Nullable Long pool) {}
