package io.haina.staff;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.field.Values;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What a company keeps about its people, beside whether they may sign in. */
@Service
public class StaffFiles {

    private final StaffFileStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StaffFiles(StaffFileStore store, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Changes what a draft names; who gets another phone number signs in by that from now on.
     *
     * @param raw by the names of {@link StaffDetails} and of {@link Profile}: realName, email, phone; null empties
     * @throws Refused if the actor is no admin, there is no such person in the tenant, a value breaks a rule, or the phone
     *     number or job number is another's
     */
    public void change(Actor actor, long staff, Map<String, ? extends @Nullable Object> raw) {
        Permit permit = Access.permit(actor, UseCase.STAFF_CHANGE);
        Values values = StaffFileFields.read(actor, raw);
        if (values.isEmpty()) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        transaction.executeWithoutResult(status -> {
            StaffFileStore.Changed changed;
            try {
                changed = store.change(permit, staff, values, now)
                        .orElseThrow(() -> Refused.notFound(Problem.Kind.STAFF));
            } catch (DuplicateKeyException e) {
                throw new Refused(new Problem.ValueTaken(
                        Problem.Kind.STAFF, StaffFileFields.JOB_NUMBER, StaffFileFields.JOB_LABEL));
            }
            if (!Objects.equals(changed.oldPhone(), changed.phone())) {
                renameSignIn(permit, staff, changed);
            }
        });
    }

    private void renameSignIn(Permit permit, long staff, StaffFileStore.Changed changed) {
        String username = SignInName.fold(changed.username());
        try {
            if (changed.oldPhone() != null
                    && !SignInName.fold(changed.oldPhone()).equals(username)) {
                store.dropName(permit, staff, SignInName.fold(changed.oldPhone()));
            }
            if (changed.phone() != null && !SignInName.fold(changed.phone()).equals(username)) {
                store.claimName(permit, staff, SignInName.fold(changed.phone()));
            }
        } catch (DuplicateKeyException | CannotAcquireLockException e) {
            // Of two people who want each other's numbers at once, neither gets one.
            throw new Refused(new Problem.SignInNameTaken(StaffFields.PHONE));
        }
    }
}
