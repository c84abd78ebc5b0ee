package io.haina.staff;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.tenant.Role;
import io.haina.tenant.Tenant;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Who belongs to a tenant. People are not deleted but disabled: what they did keeps their name. */
@Service
public class StaffRegister {

    private final StaffStore store;
    private final SessionStore sessions;
    private final Passwords passwords;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StaffRegister(
            StaffStore store,
            SessionStore sessions,
            Passwords passwords,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.passwords = passwords;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Registers a person, who can sign in by user name and phone number; a department or team that the tenant does not have
     * is made.
     *
     * @throws Refused if the actor is no admin, a value breaks a rule, or a name signs somebody in already
     */
    public Staff register(Actor actor, StaffDraft draft) {
        var permit = Access.permit(actor, UseCase.STAFF_REGISTER);
        StaffDraft checked = StaffFields.checked(draft);
        String hash = passwords.hash(actor.uuid(), Passwords.checkNew(StaffFields.PASSWORD, draft.password()));
        return transaction.execute(status -> {
            Staff staff = store.insert(permit, checked, hash, clock.instant());
            claimNames(staff, actor.tenantId());
            return staff;
        });
    }

    /**
     * Gives a new tenant its first person; from then on admins register the others.
     *
     * @param mustChangePassword whether the console asks for a new password first
     * @throws IllegalStateException if the tenant has people
     * @throws Refused as {@link #register}
     */
    public Staff found(Tenant tenant, StaffDraft draft, boolean mustChangePassword) {
        StaffDraft checked = StaffFields.checked(draft);
        String hash = passwords.hash(tenant.id(), Passwords.checkNew(StaffFields.PASSWORD, draft.password()));
        return transaction.execute(status -> {
            Staff staff = store.insertFirst(tenant, checked, hash, mustChangePassword, clock.instant())
                    .orElseThrow(() -> new IllegalStateException("tenant " + tenant.id() + " has people already"));
            claimNames(staff, tenant.id());
            return staff;
        });
    }

    /** In the order of the names, so that two who want each other's names do not wait for each other. */
    private void claimNames(Staff staff, long tenantId) {
        Map<String, String> fields = new TreeMap<>();
        if (staff.phone() != null) {
            fields.put(SignInName.fold(staff.phone()), StaffFields.PHONE);
        }
        fields.put(SignInName.fold(staff.username()), StaffFields.USERNAME);
        fields.forEach((key, field) -> {
            try {
                store.claimName(staff, tenantId, key);
            } catch (DuplicateKeyException e) {
                throw new Refused(new Problem.SignInNameTaken(field));
            }
        });
    }

    /**
     * Lets a person sign in no more and ends their sessions; somebody disabled already stays so.
     *
     * @throws Refused if the actor is no admin, there is no such person in the tenant, or it is the actor
     */
    public void disable(Actor actor, UUID staff) {
        var permit = Access.permit(actor, UseCase.STAFF_DISABLE);
        if (staff.equals(actor.uuid())) {
            throw Refused.invalid("staff", Rule.NOT_A_CHOICE);
        }
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            var locked = store.lock(permit, staff);
            if (find(locked, actor.uuid()).filter(me -> !me.disabled()).isEmpty()) {
                throw new Refused(new Problem.BadCredential());
            }
            StaffStore.Locked other = find(locked, staff).orElseThrow(() -> Refused.notFound(Problem.Kind.STAFF));
            if (!other.disabled()) {
                store.disable(permit, other.id(), now);
                sessions.endAll(permit, other.id(), "disabled", now);
            }
        });
    }

    /**
     * Lets a disabled person sign in again, with the password that they had.
     *
     * @throws Refused if the actor is no admin, or there is no such person in the tenant
     */
    public void enable(Actor actor, UUID staff) {
        var permit = Access.permit(actor, UseCase.STAFF_DISABLE);
        transaction.executeWithoutResult(status -> {
            StaffStore.Locked other =
                    find(store.lock(permit, staff), staff).orElseThrow(() -> Refused.notFound(Problem.Kind.STAFF));
            if (other.disabled()) {
                store.enable(permit, other.id(), clock.instant());
            }
        });
    }

    /**
     * Gives somebody else a new password and ends their sessions.
     *
     * @throws Refused if the actor is no admin, there is no such person in the tenant, it is the actor, or it is no password
     */
    public void resetPassword(Actor actor, UUID staff, String password) {
        var permit = Access.permit(actor, UseCase.STAFF_CHANGE);
        if (staff.equals(actor.uuid())) {
            throw Refused.invalid(StaffFields.PASSWORD, Rule.NOT_A_CHOICE);
        }
        String hash = passwords.hash(actor.uuid(), Passwords.checkNew(StaffFields.PASSWORD, password));
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            StaffStore.Locked other =
                    find(store.lock(permit, staff), staff).orElseThrow(() -> Refused.notFound(Problem.Kind.STAFF));
            store.resetPassword(permit, other.id(), hash, now);
            sessions.endAll(permit, other.id(), "password_reset", now);
        });
    }

    /**
     * Gives somebody else another role, which holds from the next request on.
     *
     * @throws Refused if the actor is no admin, or no longer, there is no such person in the tenant, or it is the actor: so
     *     one admin always remains
     */
    public void changeRole(Actor actor, UUID staff, Role role) {
        var permit = Access.permit(actor, UseCase.STAFF_CHANGE);
        if (staff.equals(actor.uuid())) {
            throw Refused.invalid(StaffFields.ROLE, Rule.NOT_A_CHOICE);
        }
        transaction.executeWithoutResult(status -> {
            var locked = store.lock(permit, staff);
            if (find(locked, actor.uuid())
                    .filter(me -> !me.disabled() && me.role() == actor.role())
                    .isEmpty()) {
                throw new Refused(new Problem.BadCredential());
            }
            StaffStore.Locked other = find(locked, staff).orElseThrow(() -> Refused.notFound(Problem.Kind.STAFF));
            store.changeRole(permit, other.id(), role, clock.instant());
        });
    }

    private static Optional<StaffStore.Locked> find(Iterable<StaffStore.Locked> locked, UUID uuid) {
        for (StaffStore.Locked one : locked) {
            if (one.uuid().equals(uuid)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
