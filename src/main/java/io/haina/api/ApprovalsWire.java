package io.haina.api;

import io.haina.approval.Approval;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The chapter on requests that a manager decides. */
sealed interface ApprovalsWire extends ApiWire {

    /** Which requests are asked for. */
    enum Box {
        MINE,
        PENDING
    }

    /**
     * Something that can be asked for.
     *
     * @param days whether it asks for a number of days, at most {@code maximumDays}
     */
    @Schema(name = "ApprovalKind")
    record Kind(String kind, boolean days, @Nullable Integer maximumDays) implements ApprovalsWire {}

    /**
     * A request as it is filed.
     *
     * @param kind extension or transfer
     * @param customerId the customer's number, of one that the applicant sees
     * @param customerUuid instead of it, as the look for duplicates told it
     * @param days calendar days of the company's zone; for an extension
     */
    @Schema(name = "ApprovalFiling")
    record Filing(
            @Nullable String kind,
            @Nullable Long customerId,
            @Nullable String customerUuid,
            @Nullable String reason,
            @Nullable Integer days)
            implements ApprovalsWire {}

    /**
     * A request.
     *
     * @param team the applicant's when it was filed, whose manager decides it
     * @param status pending, approved or rejected
     * @param decidedBy null while it is pending, as are {@code decidedAt} and {@code comment}
     */
    @Schema(name = "Approval")
    record Request(
            long id,
            String kind,
            Link applicant,
            @Nullable Link team,
            Link customer,
            String reason,
            @Nullable Integer days,
            String status,
            @Nullable Link decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String comment,
            Instant createdAt)
            implements ApprovalsWire {

        static Request of(Approval approval) {
            return new Request(
                    approval.id(),
                    approval.kind(),
                    new Link(approval.applicantId(), approval.applicantName()),
                    Link.of(approval.applicantTeamId(), approval.applicantTeam()),
                    new Link(approval.customerId(), approval.customerName()),
                    approval.reason(),
                    approval.extensionDays(),
                    approval.status().key(),
                    Link.of(approval.decidedById(), approval.decidedByName()),
                    approval.decidedAt(),
                    approval.comment(),
                    approval.createdAt());
        }
    }

    /**
     * How a request is decided.
     *
     * @param comment what the applicant is told
     */
    @Schema(name = "ApprovalDecision")
    record Decision(@Nullable Boolean approve, @Nullable String comment) implements ApprovalsWire {}
}
