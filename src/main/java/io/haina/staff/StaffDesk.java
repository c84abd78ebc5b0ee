package io.haina.staff;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.tenant.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** All that may be said of a person in one order: who it is, what role it has, and where it belongs. */
@Service
public class StaffDesk {

    public static final String ROLE = StaffFields.ROLE;
    public static final String TEAM = "team";
    public static final String DEPARTMENT = "department";
    public static final String SUPERIOR = "superior";

    private static final Set<String> BESIDE_THE_FILE = Set.of(ROLE, TEAM, DEPARTMENT, SUPERIOR);

    private final StaffRegister register;
    private final StaffFiles files;
    private final Organisation organisation;
    private final OrganisationStore lines;
    private final HeldTeamStore held;
    private final Profiles profiles;
    private final TransactionTemplate transaction;

    StaffDesk(
            StaffRegister register,
            StaffFiles files,
            Organisation organisation,
            OrganisationStore lines,
            HeldTeamStore held,
            Profiles profiles,
            TransactionTemplate transaction) {
        this.register = register;
        this.files = files;
        this.organisation = organisation;
        this.lines = lines;
        this.held = held;
        this.profiles = profiles;
        this.transaction = transaction;
    }

    /** A person of the company, whether it may sign in or not. @throws Refused if there is none */
    public Profile get(Actor actor, long staff) {
        Profile person = profiles.byIds(actor, List.of(staff)).get(staff);
        if (person == null) {
            throw Refused.notFound(Problem.Kind.STAFF);
        }
        return person;
    }

    /**
     * Registers a person with all that is known of it.
     *
     * @param more as of {@link #change}
     * @return its id
     * @throws Refused as {@link StaffRegister#register} and {@link #change}
     */
    public long register(Actor actor, StaffDraft draft, Map<String, ? extends @Nullable Object> more) {
        Access.permit(actor, UseCase.STAFF_REGISTER);
        Long made = transaction.execute(status -> {
            Staff staff = register.register(actor, draft);
            change(actor, staff.id(), more);
            return staff.id();
        });
        return made;
    }

    /**
     * Changes what is named: fields of the file, the role, and by their ids team, department and superior, of which null
     * means none. {@link #catchUp} belongs behind it.
     *
     * @throws Refused as {@link StaffFiles}, {@link StaffRegister#changeRole} and {@link Organisation}; then nothing changes
     */
    public void change(Actor actor, long staff, Map<String, ? extends @Nullable Object> values) {
        Permit permit = Access.permit(actor, UseCase.STAFF_CHANGE);
        Profile person = get(actor, staff);
        transaction.executeWithoutResult(status -> {
            lock(permit, staff, values.keySet());
            if (values.get(ROLE) instanceof Role role && role != person.role()) {
                register.changeRole(actor, person.uuid(), role);
            }
            Map<String, @Nullable Object> file = new HashMap<>(values);
            file.keySet().removeAll(BESIDE_THE_FILE);
            files.change(actor, staff, file);
            place(values, DEPARTMENT, there -> organisation.setDepartment(actor, staff, there));
            place(values, SUPERIOR, there -> organisation.setSuperior(actor, staff, there));
            place(values, TEAM, there -> organisation.moveToTeam(actor, staff, there));
        });
    }

    /**
     * Gives a team that was named what was written while the person moved. It waits for steps of jobs, so it must not be in the
     * transaction of the change, which holds what such a step may want.
     */
    public void catchUp(Actor actor, long staff, Map<String, ? extends @Nullable Object> values) {
        if (values.containsKey(TEAM)) {
            organisation.catchUp(actor, staff);
        }
    }

    /** Keeps a person as they are until the caller's transaction ends. */
    public void hold(Actor actor, long staff) {
        Permit permit = Access.permit(actor, UseCase.STAFF_CHANGE);
        lock(permit, staff, BESIDE_THE_FILE);
        lines.lock(permit, staff);
    }

    /** Draws a line that is named. That its end is not there is the value's fault: the person is. */
    private static void place(
            Map<String, ? extends @Nullable Object> values, String line, Consumer<@Nullable Long> draw) {
        if (values.containsKey(line)) {
            try {
                draw.accept((Long) values.get(line));
            } catch (Refused refused) {
                throw refused.problem() instanceof Problem.NotFound
                        ? Refused.invalid(line, Rule.NOT_A_CHOICE)
                        : refused;
            }
        }
    }

    /** In the order that everybody keeps: requests, lines, people, and what they hold. */
    private void lock(Permit permit, long staff, Set<String> names) {
        if (names.contains(TEAM)) {
            held.lockRequests(permit.actor().tenantId(), staff);
        }
        if (names.stream().anyMatch(name -> !name.equals(ROLE) && BESIDE_THE_FILE.contains(name))) {
            lines.takeTurns(permit);
        }
    }
}
