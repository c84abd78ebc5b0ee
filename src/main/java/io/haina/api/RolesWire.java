package io.haina.api;

import io.haina.staff.Roles.Powers;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The chapter on roles. */
sealed interface RolesWire extends AdminWire {

    /**
     * A role.
     *
     * @param scope whose records it sees; set by the settings
     * @param useCases what is open to it
     */
    @Schema(name = "Role")
    record Shown(
            String role,

            @Schema(allowableValues = {"own", "own-and-subordinates", "team", "department-and-below", "all"})
            String scope,

            List<String> useCases)
            implements RolesWire {

        static Shown of(Powers powers) {
            return new Shown(
                    ApiNames.word(powers.role()),
                    ApiNames.word(powers.scope()),
                    powers.useCases().stream().map(ApiNames::word).toList());
        }
    }
}
