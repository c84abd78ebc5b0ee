package io.haina.activity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A follow-up as it came in; checked by {@link Activities#add}. */
public record ActivityDraft(
        UUID customer,
        ActivityKind kind,
        @Nullable String content,
        @Nullable String nextPlan) {}
