package io.haina.customer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a report.
 *
 * @param protectedUntil the end of the protection that the report brings
 * @param similar a customer of a near name that the reporter should look at; null where there is none
 */
public record Reported(
        UUID uuid,
        String name,
        Instant protectedUntil,
        @Nullable Duplicate similar) {}
