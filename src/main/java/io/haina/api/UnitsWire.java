package io.haina.api;

import io.haina.staff.Unit;
import io.haina.staff.UnitDraft;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The chapter on teams and departments. */
sealed interface UnitsWire extends AdminWire {

    /** What is written of a team. */
    @Schema(name = "TeamDraft")
    record Team(@Nullable String name) implements UnitsWire {

        UnitDraft draft() {
            return new UnitDraft(name, false, null);
        }
    }

    /**
     * What is written of a department; what is absent stays as it is.
     *
     * @param parent the department that it lies in, as its number or as the object that a department is shown as; null for
     *     none
     */
    @Schema(name = "DepartmentDraft")
    record Department(
            @Nullable String name,

            @Schema(types = {"integer", "object", "null"}) @Nullable
            JsonNode parent) implements UnitsWire {

        UnitDraft draft() {
            return new UnitDraft(name, parent != null, ApiNames.link("parent", parent));
        }
    }

    /**
     * A team or department.
     *
     * @param parent the department that it lies in; a team lies in none
     * @param people how many belong to it directly and may sign in
     */
    @Schema(name = "OrganisationUnit")
    record Shown(long id, String name, @Nullable Link parent, int people) implements UnitsWire {

        static Shown of(Unit unit) {
            return new Shown(unit.id(), unit.name(), Link.of(unit.parentId(), unit.parent()), unit.people());
        }
    }
}
