package io.haina.api;

import io.haina.ownership.Simulation;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.tenant.DataScope;
import io.haina.tenant.Tenant;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chapter on settings. */
sealed interface SettingsWire extends ApiWire {

    /**
     * The rules of a company.
     *
     * @param name the company's
     * @param zone where its days begin, such as {@code Asia/Shanghai}
     * @param protection how long a report or a claim protects, such as {@code P1M}
     * @param claimsPerDay claims that one person may make in a day of the zone
     * @param expiringWindow how long before its end a protection counts as ending soon
     * @param coolDown how long a former owner may not claim a customer back
     * @param maximumHeld customers that one person may hold; null for no limit
     * @param salesScope how far sales people see: own, own-and-subordinates, team, department-and-below or all
     * @param managerScope how far sales managers see
     */
    record Settings(
            String name,
            String zone,
            String protection,
            int claimsPerDay,
            String expiringWindow,
            String coolDown,
            @Nullable Integer maximumHeld,
            String salesScope,
            String managerScope)
            implements SettingsWire {

        static Settings of(Tenant tenant) {
            return new Settings(
                    tenant.name(),
                    tenant.zone().getId(),
                    tenant.protection().toString(),
                    tenant.claimsPerDay(),
                    tenant.expiringWindow().toString(),
                    tenant.coolDown().toString(),
                    tenant.maximumHeld(),
                    ApiNames.word(tenant.salesScope()),
                    ApiNames.word(tenant.managerScope()));
        }
    }

    /** What is to hold: as {@link Settings}, and all of it; of these only {@code maximumHeld} may be absent, for no limit. */
    @Schema(name = "SettingsDraft")
    record WrittenSettings(
            @Nullable String name,
            @Nullable String zone,
            @Nullable String protection,
            @Nullable Integer claimsPerDay,
            @Nullable String expiringWindow,
            @Nullable String coolDown,
            @Nullable Integer maximumHeld,
            @Nullable String salesScope,
            @Nullable String managerScope)
            implements SettingsWire {

        Tenant settings(Tenant now) {
            return new Tenant(
                    now.id(),
                    required("name", name),
                    zone(required("zone", zone)),
                    period("protection", protection),
                    required("claimsPerDay", claimsPerDay),
                    period("expiringWindow", expiringWindow),
                    period("coolDown", coolDown),
                    maximumHeld,
                    ApiNames.choice("salesScope", salesScope, DataScope.values()),
                    ApiNames.choice("managerScope", managerScope, DataScope.values()),
                    now.fieldsVersion());
        }

        private static Period period(String field, @Nullable String text) {
            return required(field, ApiNames.period(field, text));
        }

        private static ZoneId zone(String text) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                throw Refused.invalid("zone", Rule.NOT_A_CHOICE);
            }
        }

        private static <T> T required(String field, @Nullable T value) {
            if (value == null) {
                throw Refused.invalid(field, Rule.REQUIRED);
            }
            return value;
        }
    }

    /**
     * A customer that would go into the pool.
     *
     * @param releasedAt when its protection ends, or now where that has passed
     * @param rule what gave the protection: report, claim, transfer, reopening, distribution or restoration
     * @param from since when its owner holds it
     * @param extensions how often the protection was extended
     * @param underWish when it would end had it been given under the wished settings, extensions included
     */
    @Schema(name = "SimulatedRelease")
    record ReleaseView(
            Link customer, Link owner, Instant releasedAt, String rule, Instant from, int extensions, Instant underWish)
            implements SettingsWire {

        static ReleaseView of(Simulation.Release release) {
            return new ReleaseView(
                    new Link(release.customerId(), release.customerName()),
                    new Link(release.ownerId(), release.ownerName()),
                    release.releasedAt(),
                    release.rule(),
                    release.from(),
                    release.extensions(),
                    release.underWish());
        }
    }

    /**
     * Who would go into the pool, the first one first.
     *
     * @param total how many there are in all, or at least are where {@code totalExact} is false
     * @param days how far it looks ahead
     */
    @Schema(name = "Simulation")
    record SimulationView(List<ReleaseView> items, int page, int size, long total, boolean totalExact, int days)
            implements SettingsWire {

        static SimulationView of(Simulation simulation) {
            var releases = simulation.releases();
            return new SimulationView(
                    releases.rows().stream().map(ReleaseView::of).toList(),
                    releases.page().number(),
                    releases.page().size(),
                    releases.total(),
                    releases.exact(),
                    simulation.days());
        }
    }
}
