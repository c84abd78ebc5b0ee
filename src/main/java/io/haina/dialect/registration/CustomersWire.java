package io.haina.dialect.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.haina.activity.Activity;
import io.haina.attachment.Attachment;
import io.haina.customer.Customer;
import io.haina.customer.Duplicate;
import io.haina.customer.Reported;
import io.haina.filter.Slice;
import io.haina.ownership.Holding;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shapes of the chapter on customers. */
sealed interface CustomersWire extends RegistrationWire {

    record Report(
            @Nullable String customerName,
            @Nullable String industry,
            @Nullable String region,
            @Nullable String contactPerson,
            @Nullable String contactPhone,
            @Nullable String demandDescription,
            @Nullable String source)
            implements CustomersWire {}

    record ReportedCustomer(
            UUID id,
            String customerName,
            String protectedEndDate,
            @JsonInclude(Include.NON_NULL) @Nullable Conflict similarCustomer)
            implements CustomersWire {
        static ReportedCustomer of(Reported reported, ZoneId zone) {
            Duplicate similar = reported.similar();
            return new ReportedCustomer(
                    reported.uuid(),
                    reported.name(),
                    RegistrationNames.time(reported.protectedUntil(), zone),
                    similar == null ? null : Conflict.of(similar, zone));
        }
    }

    /** The answer to a look for duplicates, whose keys stand beside {@code success}. */
    record Checked(
            boolean success,
            boolean hasConflict,
            @JsonInclude(Include.NON_NULL) @Nullable String conflictType,
            @JsonInclude(Include.NON_NULL) @Nullable Conflict data,
            String message)
            implements CustomersWire {}

    record Conflict(
            UUID id,
            String customerName,
            @Nullable String ownerName,
            @Nullable String team,
            String reportTime,
            boolean inPool)
            implements CustomersWire {
        static Conflict of(Duplicate duplicate, ZoneId zone) {
            return new Conflict(
                    duplicate.uuid(),
                    duplicate.name(),
                    duplicate.ownerName(),
                    duplicate.team(),
                    RegistrationNames.time(duplicate.reportedAt(), zone),
                    duplicate.pooled());
        }
    }

    /** What a refused report tells of the customer in its way. */
    record Obstacle(@Nullable String ownerName, @Nullable String team, String reportTime, boolean inPool)
            implements CustomersWire {}

    record CustomerPage(List<CustomerRow> customers, Pagination pagination) implements CustomersWire {
        static CustomerPage of(Slice<Customer> slice, ZoneId zone) {
            return new CustomerPage(
                    slice.rows().stream().map(row -> CustomerRow.of(row, zone)).toList(), Pagination.of(slice));
        }
    }

    record CustomerRow(
            UUID id,
            String customerName,
            @Nullable String industry,
            @Nullable String region,
            @Nullable String source,
            @Nullable String contactPerson,
            @Nullable String contactPhone,
            String status,
            @Nullable String ownerName,
            @Nullable String team,
            @Nullable String protectedEndDate,
            int isExpired,
            @Nullable String lastFollowup,
            String reportTime)
            implements CustomersWire {
        static CustomerRow of(Customer customer, ZoneId zone) {
            return new CustomerRow(
                    customer.uuid(),
                    customer.name(),
                    customer.industry(),
                    customer.region(),
                    customer.source(),
                    customer.contactName(),
                    customer.contactPhone(),
                    customer.status().key(),
                    customer.ownerName(),
                    customer.teamName(),
                    RegistrationNames.timeOrNull(customer.protectedUntil(), zone),
                    customer.expired() ? 1 : 0,
                    RegistrationNames.timeOrNull(customer.lastActivityAt(), zone),
                    RegistrationNames.time(customer.reportedAt(), zone));
        }
    }

    record Detail(CustomerView customer, List<FollowupRow> followups, List<AttachmentRow> attachments)
            implements CustomersWire {}

    record CustomerView(
            UUID id,
            String customerName,
            @Nullable String industry,
            @Nullable String region,
            @Nullable String contactPerson,
            @Nullable String contactPhone,
            @Nullable String demandDescription,
            @Nullable String source,
            String status,
            @Nullable String ownerName,
            @Nullable String team,
            @Nullable String protectedEndDate,
            int isExpired,
            boolean inPool,
            boolean locked,
            int claimCount,
            @Nullable String lastFollowup,
            String reportTime,
            String updatedAt)
            implements CustomersWire {
        static CustomerView of(Customer customer, ZoneId zone) {
            return new CustomerView(
                    customer.uuid(),
                    customer.name(),
                    customer.industry(),
                    customer.region(),
                    customer.contactName(),
                    customer.contactPhone(),
                    customer.demand(),
                    customer.source(),
                    customer.status().key(),
                    customer.ownerName(),
                    customer.teamName(),
                    RegistrationNames.timeOrNull(customer.protectedUntil(), zone),
                    customer.expired() ? 1 : 0,
                    customer.pooledAt() != null,
                    customer.locked(),
                    customer.claimCount(),
                    RegistrationNames.timeOrNull(customer.lastActivityAt(), zone),
                    RegistrationNames.time(customer.reportedAt(), zone),
                    RegistrationNames.time(customer.updatedAt(), zone));
        }
    }

    record FollowupRow(
            UUID id,
            String followupType,
            String content,
            @Nullable String nextPlan,
            String userName,
            String createdAt) implements CustomersWire {
        static FollowupRow of(Activity activity, ZoneId zone) {
            return new FollowupRow(
                    activity.uuid(),
                    RegistrationNames.followupType(activity.kind()),
                    activity.content(),
                    activity.nextPlan(),
                    activity.staffName(),
                    RegistrationNames.time(activity.happenedAt(), zone));
        }
    }

    record AttachmentRow(
            UUID id,
            String fileName,
            String mediaType,
            long size,
            String uploadedBy,
            String createdAt,
            String downloadUrl)
            implements CustomersWire {
        static AttachmentRow of(UUID customer, Attachment attachment, ZoneId zone) {
            return new AttachmentRow(
                    attachment.uuid(),
                    attachment.fileName(),
                    attachment.mediaType(),
                    attachment.bytes(),
                    attachment.uploadedByName(),
                    RegistrationNames.time(attachment.createdAt(), zone),
                    "/api/customers/" + customer + "/attachments/" + attachment.uuid());
        }
    }

    /**
     * One span of holding.
     *
     * @param endReason null while it lasts
     */
    record HoldingRow(
            String ownerName,
            String rule,
            String startDate,
            String protectedEndDate,
            int extensions,
            int extendedDays,
            @Nullable String endedAt,
            @Nullable String endReason,
            @Nullable String releaseReason)
            implements CustomersWire {
        static HoldingRow of(Holding holding, ZoneId zone) {
            return new HoldingRow(
                    holding.holderName(),
                    holding.rule(),
                    RegistrationNames.time(holding.from(), zone),
                    RegistrationNames.time(holding.until(), zone),
                    holding.extensions(),
                    holding.daysExtended(),
                    RegistrationNames.timeOrNull(holding.endedAt(), zone),
                    holding.endReason(),
                    holding.releaseReason());
        }
    }

    record Followup(
            @Nullable String customerId,
            @Nullable String followupType,
            @Nullable String content,
            @Nullable String nextPlan)
            implements CustomersWire {}

    record StatusChange(@Nullable String status) implements CustomersWire {}

    record CustomerState(UUID id, String status) implements CustomersWire {}

    /** The id of what was made. */
    record Made(UUID id) implements CustomersWire {}
}
