package io.haina.approval;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that a manager decides once.
 *
 * @param kind the name of its {@link ApprovalKind}
 * @param applicantTeamId null outside of teams
 * @param applicantTeam the applicant's team when the request was filed, whose manager decides it; null outside of teams
 * @param extensionDays calendar days asked for, null where the kind asks for none
 * @param decidedByName null while it is pending, as are {@code decidedAt} and {@code comment}
 * @param comment what the manager said, or null
 */
public record Approval(
        long id,
        UUID uuid,
        String kind,
        long applicantId,
        String applicantName,
        @Nullable Long applicantTeamId,
        @Nullable String applicantTeam,
        UUID customer,
        long customerId,
        String customerName,
        String reason,
        @Nullable Integer extensionDays,
        ApprovalStatus status,
        @Nullable Long decidedById,
        @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        @Nullable String comment,
        Instant createdAt) {}
