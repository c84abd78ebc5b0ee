package io.haina.scene;

import io.haina.field.RecordKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A saved filter as somebody has it in a list of them.
 *
 * @param system which of the program's it is; null for an own one
 * @param name empty for one of the program's
 * @param conditions of an own one; all of them hold
 * @param source what the conditions were read from, for whoever wrote it; null for nothing
 * @param isDefault the list begins with it
 * @param broken a condition no longer fits the fields that the person sees, so the scene finds nothing
 */
public record Scene(
        long id,
        RecordKind kind,
        @Nullable SystemScene system,
        String name,
        List<Condition> conditions,
        @Nullable String source,
        boolean hidden,
        boolean isDefault,
        boolean broken) {

    public Scene {
        conditions = List.copyOf(conditions);
    }
}
