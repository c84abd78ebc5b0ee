package io.haina.approval;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request.
 *
 * @param protectedUntil until when the applicant's protection lasts by the decision; null where it changes none
 */
public record Decided(
        UUID uuid, ApprovalStatus status, @Nullable Instant protectedUntil) {}
