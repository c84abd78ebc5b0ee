package io.haina.approval;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.database.SqlText;
import io.haina.problem.Problem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One kind of request: what may be asked for, and what its approval does. Another kind is one more bean of this type. */
public interface ApprovalKind {

    /** The word by which it is filed and stored, unique among kinds. */
    String name();

    /**
     * The calendar days that a draft asks for.
     *
     * @return null where this kind asks for none
     * @throws io.haina.problem.Refused if the draft breaks a rule of this kind
     */
    @Nullable
    Integer days(ApprovalDraft draft);

    /** The most days that may be asked for; null where this kind asks for none. */
    @Nullable
    Integer maximumDays();

    /** The condition on a held, living {@code customer c} of the tenant under which the applicant may file. */
    SqlText permits(Actor applicant, Instant now);

    /** Why a customer for which {@link #permits} does not hold is refused. */
    Problem refusal(Actor applicant, Target target, Instant now);

    /**
     * Does what was asked for, within the transaction of the decision.
     *
     * @return until when the applicant's protection lasts now; null where this kind changes none
     * @throws io.haina.problem.Refused if it cannot be done any more; the request then stays pending
     */
    @Nullable
    Instant carryOut(Permit permit, Request request);

    /**
     * The customer that a request is about, as it is when it is refused.
     *
     * @param ownerId null in the pool
     * @param protectedUntil null in the pool
     * @param expires whether the protection's end releases it: not so for won and locked ones
     * @param visible whether the applicant may see it
     */
    record Target(@Nullable Long ownerId, @Nullable Instant protectedUntil, boolean expires, boolean visible) {}

    /**
     * A request that is being approved.
     *
     * @param holderId who held the customer when the request was filed
     * @param protectionId the protection that was open then; none has the number 0
     * @param days calendar days asked for, or null
     */
    record Request(
            long id,
            UUID uuid,
            long applicantId,
            long customerId,
            long holderId,
            long protectionId,
            @Nullable Integer days) {}
}
