package io.haina.stats;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer whose protection ends soon. */
public record Expiring(
        long id,
        UUID uuid,
        String name,
        Instant protectedUntil,
        @Nullable String industry,
        @Nullable String region) {}
