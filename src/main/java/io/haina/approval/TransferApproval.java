package io.haina.approval;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.database.SqlText;
import io.haina.ownership.Ownership;
import io.haina.problem.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody asks for a customer that another holds. */
@Component
class TransferApproval implements ApprovalKind {

    private final Ownership ownership;

    TransferApproval(Ownership ownership) {
        this.ownership = ownership;
    }

    @Override
    public String name() {
        return "transfer";
    }

    @Override
    public @Nullable Integer days(ApprovalDraft draft) {
        return null;
    }

    @Override
    public @Nullable Integer maximumDays() {
        return null;
    }

    @Override
    public SqlText permits(Actor applicant, Instant now) {
        return new SqlText()
                .add(
                        "c.owner_id <> ? and (c.status = 'won' or c.locked or c.protected_until > ?)",
                        applicant.staffId(),
                        at(now));
    }

    /** A customer whose protection has ended counts as in the pool, into which it is about to come. */
    @Override
    public Problem refusal(Actor applicant, Target target, Instant now) {
        Long owner = target.ownerId();
        Instant until = target.protectedUntil();
        if (owner != null && owner == applicant.staffId()) {
            return new Problem.AlreadyOwner();
        }
        boolean ended = target.expires() && until != null && !until.isAfter(now);
        return owner == null || ended ? new Problem.InPool() : new Problem.RequestOutdated();
    }

    @Override
    public Instant carryOut(Permit permit, Request request) {
        return ownership.transfer(
                permit, request.customerId(), request.protectionId(), request.holderId(), request.applicantId());
    }
}
