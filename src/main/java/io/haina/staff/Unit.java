package io.haina.staff;

import org.jspecify.annotations.Nullable;

/**
 * A team or a department.
 *
 * @param parentId the department that it lies in; null for none, and for a team
 * @param people how many belong to it directly and may sign in
 */
public record Unit(
        long id,
        String name,
        @Nullable Long parentId,
        @Nullable String parent,
        int people) {}
