package io.haina.staff;

import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a team or department.
 *
 * @param name null leaves it
 * @param moves whether {@code parent} says anything
 * @param parent the department that a department is to lie in; null for none
 */
public record UnitDraft(
        @Nullable String name, boolean moves, @Nullable Long parent) {}
