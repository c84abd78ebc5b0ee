package io.haina.approval;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.database.SqlText;
import io.haina.ownership.Ownership;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The owner asks for a longer protection. */
@Component
class ExtensionApproval implements ApprovalKind {

    static final int MAXIMUM_DAYS = 365;

    private final Ownership ownership;

    ExtensionApproval(Ownership ownership) {
        this.ownership = ownership;
    }

    @Override
    public String name() {
        return "extension";
    }

    @Override
    public Integer days(ApprovalDraft draft) {
        Integer days = draft.extensionDays();
        if (days == null) {
            throw Refused.invalid("extensionDays", Rule.REQUIRED);
        }
        if (days < 1 || days > MAXIMUM_DAYS) {
            throw new Refused(new Problem.Invalid("extensionDays", Rule.OUT_OF_RANGE, MAXIMUM_DAYS));
        }
        return days;
    }

    @Override
    public Integer maximumDays() {
        return MAXIMUM_DAYS;
    }

    @Override
    public SqlText permits(Actor applicant, Instant now) {
        return new SqlText().add("c.owner_id = ? and c.protected_until > ?", applicant.staffId(), at(now));
    }

    @Override
    public Problem refusal(Actor applicant, Target target, Instant now) {
        if (!target.visible()) {
            return new Problem.NotFound(Problem.Kind.CUSTOMER);
        }
        if (target.ownerId() == null) {
            return new Problem.InPool();
        }
        return target.ownerId() == applicant.staffId() ? new Problem.ProtectionEnded() : new Problem.NotOwner();
    }

    @Override
    public Instant carryOut(Permit permit, Request request) {
        Integer days = request.days();
        if (days == null) {
            throw new IllegalStateException("extension without days: " + request.uuid());
        }
        return ownership.extend(
                permit, request.customerId(), request.protectionId(), request.applicantId(), request.id(), days);
    }
}
