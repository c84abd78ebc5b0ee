package io.haina.tenant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The company whose data nobody else sees, with the rules it sets for ownership.
 *
 * @param zone where its days begin and in which its times are shown
 * @param protection how long a report or a claim protects a customer, in calendar units of the zone
 * @param claimsPerDay claims that one person may make in a day of the zone
 * @param expiringWindow how long before its end a protection counts as ending soon
 * @param coolDown how long a former owner may not claim a customer back; zero for not at all
 * @param maximumHeld customers that one person may hold; null for no limit
 * @param salesScope how far sales people see
 * @param managerScope how far sales managers see
 * @param fieldsVersion changes with every change of its catalogues of fields
 */
public record Tenant(
        long id,
        String name,
        ZoneId zone,
        Period protection,
        int claimsPerDay,
        Period expiringWindow,
        Period coolDown,
        @Nullable Integer maximumHeld,
        DataScope salesScope,
        DataScope managerScope,
        long fieldsVersion) {

    public Tenant {
        Objects.requireNonNull(zone);
    }

    /** How far a role sees; an admin sees all. */
    public DataScope scopeOf(Role role) {
        return switch (role) {
            case ADMIN -> DataScope.ALL;
            case SALES_MANAGER -> managerScope;
            case SALES -> salesScope;
        };
    }

    /** The tenant's calendar day at an instant. */
    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** When a protection that begins at an instant ends: calendar arithmetic in the zone, to the second. */
    public Instant protectedUntil(Instant from) {
        return from.atZone(zone).plus(protection).withNano(0).toInstant();
    }

    /** The instant up to which an end of protection counts as soon. */
    public Instant expiringUntil(Instant now) {
        return now.atZone(zone).plus(expiringWindow).toInstant();
    }
}
