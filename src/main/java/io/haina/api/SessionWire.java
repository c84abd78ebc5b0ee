package io.haina.api;

import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.staff.Profile;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chapter on signing in. */
sealed interface SessionWire extends ApiWire {

    /**
     * A sign-in.
     *
     * @param userName the user name or the phone number
     */
    record Login(@Nullable String userName, @Nullable String password) implements SessionWire {

        /** A password never stands in a log. */
        @Override
        public String toString() {
            return "Login[" + userName + "]";
        }
    }

    /** A change of one's own password. */
    record PasswordChange(
            @Nullable String oldPassword, @Nullable String newPassword) implements SessionWire {

        /** A password never stands in a log. */
        @Override
        public String toString() {
            return "PasswordChange[]";
        }
    }

    /**
     * The company that somebody belongs to.
     *
     * @param zone where its days begin, such as {@code Asia/Shanghai}
     */
    record Company(long id, String name, String zone) implements SessionWire {}

    /**
     * Who is signed in.
     *
     * @param can the use cases that are open to the person by this credential
     * @param claimsPerDay how many customers one person may claim in a day of the zone
     * @param expiringWindow how long before its end a protection counts as ending soon; ISO 8601
     */
    record Me(
            long id,
            String userName,
            String name,

            @Schema(allowableValues = {"sales", "sales-manager", "admin"})
            String role,

            @Nullable Link team,
            @Nullable Link department,
            Company company,
            List<String> can,
            int claimsPerDay,
            String expiringWindow,
            boolean mustChangePassword)
            implements SessionWire {

        static Me of(Actor actor, Profile profile) {
            return new Me(
                    actor.staffId(),
                    actor.username(),
                    actor.name(),
                    ApiNames.word(actor.role()),
                    Link.of(actor.teamId(), profile.team()),
                    Link.of(actor.departmentId(), profile.department()),
                    new Company(
                            actor.tenantId(),
                            actor.tenant().name(),
                            actor.tenant().zone().getId()),
                    Arrays.stream(UseCase.values())
                            .filter(actor::may)
                            .map(ApiNames::word)
                            .toList(),
                    actor.tenant().claimsPerDay(),
                    actor.tenant().expiringWindow().toString(),
                    profile.mustChangePassword());
        }
    }
}
