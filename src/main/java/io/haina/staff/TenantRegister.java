package io.haina.staff;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.field.Periods;
import io.haina.field.Texts;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.tenant.Tenant;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.stereotype.Service;

/** The companies that are served here, and the rules that each sets for itself. */
@Service
public class TenantRegister {

    private static final int NAME_LENGTH = 64;

    private final TenantStore store;
    private final OrganisationStore organisation;
    private final Clock clock;

    TenantRegister(TenantStore store, OrganisationStore organisation, Clock clock) {
        this.store = store;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** A new company with the usual rules and nobody in it: {@link StaffRegister#found} gives it its first admin. */
    public Tenant open(String name, ZoneId zone) {
        return store.insert(checkedName(name), zone, clock.instant());
    }

    /**
     * A company by its id.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public Tenant get(long id) {
        return store.find(id).orElseThrow();
    }

    /**
     * Sets the rules of the actor's own company, whatever id the settings carry; they hold from the next request on.
     *
     * @throws Refused if the actor is no admin, or a value makes no sense
     */
    public void change(Actor actor, Tenant settings) {
        var permit = Access.permit(actor, UseCase.TENANT_SETTINGS);
        Tenant checked = checked(actor, settings);
        store.change(permit, checked.name(), checked, clock.instant());
    }

    /** Keeps the rules of the actor's own company as they are until the caller's transaction ends. */
    public void hold(Actor actor) {
        organisation.takeTurns(Access.permit(actor, UseCase.TENANT_SETTINGS));
    }

    /** The rules of the actor's own company. @throws Refused if the actor is no admin */
    public Tenant settings(Actor actor) {
        Access.permit(actor, UseCase.TENANT_SETTINGS);
        return get(actor.tenantId());
    }

    /** Settings as {@link #change} would store them. @throws Refused as there */
    public Tenant checked(Actor actor, Tenant settings) {
        Access.permit(actor, UseCase.TENANT_SETTINGS);
        Periods.checkedSome("protection", settings.protection());
        Periods.checked("expiringWindow", settings.expiringWindow());
        Periods.checked("coolDown", settings.coolDown());
        if (settings.claimsPerDay() < 0) {
            throw Refused.invalid("claimsPerDay", Rule.OUT_OF_RANGE);
        }
        if (settings.maximumHeld() != null && settings.maximumHeld() < 1) {
            throw Refused.invalid("maximumHeld", Rule.OUT_OF_RANGE);
        }
        if (!settings.zone().equals(actor.tenant().zone()) && !store.knows(settings.zone())) {
            throw Refused.invalid("zone", Rule.NOT_A_CHOICE);
        }
        return new Tenant(
                actor.tenantId(),
                checkedName(settings.name()),
                settings.zone(),
                settings.protection(),
                settings.claimsPerDay(),
                settings.expiringWindow(),
                settings.coolDown(),
                settings.maximumHeld(),
                settings.salesScope(),
                settings.managerScope(),
                actor.tenant().fieldsVersion());
    }

    private static String checkedName(String name) {
        String text = name.strip();
        if (text.isEmpty()) {
            throw Refused.invalid("name", Rule.REQUIRED);
        }
        return Texts.checked("name", text, NAME_LENGTH);
    }
}
