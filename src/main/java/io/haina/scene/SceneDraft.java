package io.haina.scene;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A saved filter as it came in; checked by {@link Scenes}.
 *
 * @param source what the conditions were read from, kept to be shown again as it came; null for nothing
 * @param isDefault whether the list is to begin with it
 */
public record SceneDraft(
        @Nullable String name,
        List<Condition> conditions,
        @Nullable String source,
        boolean isDefault) {

    public SceneDraft {
        conditions = List.copyOf(conditions);
    }
}
