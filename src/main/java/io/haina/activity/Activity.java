package io.haina.activity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One follow-up of a customer: what was done, by whom and when, and what is planned next. */
public record Activity(
        long id,
        UUID uuid,
        ActivityKind kind,
        String content,
        @Nullable String nextPlan,
        long staffId,
        String staffName,
        Instant happenedAt) {}
