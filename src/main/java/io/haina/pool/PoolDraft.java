package io.haina.pool;

import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.Periods;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to hold of a pool, as it came in; what each means says {@link PublicPool}. */
public record PoolDraft(
        @Nullable String name,
        @Nullable Period protection,
        @Nullable Integer claimsPerDay,
        @Nullable Period coolDown,
        List<Long> departments,
        List<Long> teams,
        int position) {

    private static final FieldCatalog FIELDS =
            new FieldCatalog(List.of(Field.text("name", "p.name", 64).asRequired()));

    /** The draft as it is stored. @throws Refused if a value breaks a rule */
    PoolDraft checked() {
        if (protection != null) {
            Periods.checkedSome("protection", protection);
        }
        if (coolDown != null) {
            Periods.checked("coolDown", coolDown);
        }
        if (claimsPerDay != null && claimsPerDay < 0) {
            throw Refused.invalid("claimsPerDay", Rule.OUT_OF_RANGE);
        }
        return new PoolDraft(
                FIELDS.requiredText("name", name),
                protection,
                claimsPerDay,
                coolDown,
                departments.stream().sorted().distinct().toList(),
                teams.stream().sorted().distinct().toList(),
                position);
    }
}
