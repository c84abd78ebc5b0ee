package io.haina.field;

import io.haina.tenant.Role;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant may decide about a field.
 *
 * @param required it must not be empty
 * @param unique no two live records of the tenant have the same value
 * @param indexed an index serves filters and orders by it
 * @param options what a choice is chosen from, in order; for a built-in field, what is suggested; for a choice in steps, whole
 *     paths with {@value Cascade#BETWEEN} between their levels
 * @param fillLevel how many levels of a choice in steps must be given at least; 0 for any
 * @param defaultValue what a form begins with, as text; null for nothing
 * @param hint what a form says beside it; null for nothing
 * @param position its place among the fields of its kind
 * @param hiddenFrom roles that can neither see it nor filter, sort or export by it
 * @param readOnlyFor roles that see it but cannot set it
 */
public record FieldRules(
        boolean required,
        boolean unique,
        boolean indexed,
        List<String> options,
        int fillLevel,
        @Nullable String defaultValue,
        @Nullable String hint,
        int position,
        Set<Role> hiddenFrom,
        Set<Role> readOnlyFor) {

    /** An optional field of which nothing is decided. */
    public static final FieldRules NONE =
            new FieldRules(false, false, false, List.of(), null, null, 0, Set.of(), Set.of());

    /** Rules of anything but a choice in steps. */
    public FieldRules(
            boolean required,
            boolean unique,
            boolean indexed,
            List<String> options,
            @Nullable String defaultValue,
            @Nullable String hint,
            int position,
            Set<Role> hiddenFrom,
            Set<Role> readOnlyFor) {
        this(required, unique, indexed, options, 0, defaultValue, hint, position, hiddenFrom, readOnlyFor);
    }

    public FieldRules {
        options = List.copyOf(options);
        hiddenFrom = Set.copyOf(hiddenFrom);
        readOnlyFor = Set.copyOf(readOnlyFor);
    }

    FieldRules asRequired() {
        return new FieldRules(
                true, unique, indexed, options, fillLevel, defaultValue, hint, position, hiddenFrom, readOnlyFor);
    }
}
