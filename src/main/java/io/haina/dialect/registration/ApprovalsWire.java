package io.haina.dialect.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.haina.approval.Approval;
import io.haina.approval.Decided;
import io.haina.filter.Slice;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shapes of the chapter on approvals. */
sealed interface ApprovalsWire extends RegistrationWire {

    record Wish(
            @Nullable String type,
            @Nullable String customerId,
            @Nullable String reason,
            @Nullable Integer extensionDays)
            implements ApprovalsWire {}

    record Filed(UUID id) implements ApprovalsWire {}

    record ApprovalPage(List<ApprovalRow> approvals, Pagination pagination) implements ApprovalsWire {
        static ApprovalPage of(Slice<Approval> slice, ZoneId zone) {
            return new ApprovalPage(
                    slice.rows().stream().map(row -> ApprovalRow.of(row, zone)).toList(), Pagination.of(slice));
        }
    }

    record ApprovalRow(
            UUID id,
            String type,
            String applicantName,
            @Nullable String applicantTeam,
            UUID customerId,
            String customerName,
            String reason,
            @Nullable Integer extensionDays,
            String status,
            @Nullable String processedBy,
            @Nullable String processedAt,
            @Nullable String resultComment,
            String createdAt)
            implements ApprovalsWire {
        static ApprovalRow of(Approval approval, ZoneId zone) {
            return new ApprovalRow(
                    approval.uuid(),
                    approval.kind(),
                    approval.applicantName(),
                    approval.applicantTeam(),
                    approval.customer(),
                    approval.customerName(),
                    approval.reason(),
                    approval.extensionDays(),
                    approval.status().key(),
                    approval.decidedByName(),
                    RegistrationNames.timeOrNull(approval.decidedAt(), zone),
                    approval.comment(),
                    RegistrationNames.time(approval.createdAt(), zone));
        }
    }

    record Decision(@Nullable String status, @Nullable String resultComment) implements ApprovalsWire {}

    record Outcome(
            UUID id,
            String status,
            @JsonInclude(Include.NON_NULL) @Nullable String protectedEndDate) implements ApprovalsWire {
        static Outcome of(Decided decided, ZoneId zone) {
            return new Outcome(
                    decided.uuid(),
                    decided.status().key(),
                    RegistrationNames.timeOrNull(decided.protectedUntil(), zone));
        }
    }
}
