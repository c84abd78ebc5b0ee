package io.haina.approval;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, as it came: the use case checks it.
 *
 * @param extensionDays read by kinds that ask for days, ignored by others
 */
public record ApprovalDraft(
        @Nullable String kind,
        UUID customer,
        @Nullable String reason,
        @Nullable Integer extensionDays) {}
