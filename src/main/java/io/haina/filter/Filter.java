package io.haina.filter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that narrows a list: what a search box, a saved view, a date range and the actor's own reach have in common.
 * Fields are named by their key in a {@code FieldCatalog}; one class turns the whole into SQL.
 */
public sealed interface Filter {

    /** Narrows nothing. */
    Filter EVERYTHING = new All(List.of());

    /** All parts hold. */
    record All(List<Filter> parts) implements Filter {}

    /** At least one part holds; with no parts, nothing passes. */
    record Any(List<Filter> parts) implements Filter {}

    /** The field equals one of the values. */
    record Is(String field, Set<?> values) implements Filter {}

    /**
     * A field compares with values that its catalogue has read.
     *
     * @param values typed as the field's shape says; for a list, and for parts of a text, texts
     */
    record Match(String field, Operator operator, List<?> values) implements Filter {}

    /**
     * The field lies in a half-open range of time.
     *
     * @param from inclusive; null for open
     * @param until exclusive; null for open
     */
    record During(
            String field, @Nullable Instant from, @Nullable Instant until) implements Filter {}

    /**
     * A customer is reached in a way that a value fits: one of those that it has, and for the negative operators none.
     *
     * @param kind by its key in the core
     * @param values texts, none for the null operators, two for a range (either may be empty)
     */
    record Reached(String kind, Operator operator, List<String> values) implements Filter {}

    /** The words of a search box: every character counts for itself. */
    record Search(String text) implements Filter {}

    /** As {@link Search}, in the names of what a record belongs to as well: of a contact, its company. */
    record SearchAround(String text) implements Filter {}

    /** As {@link SearchAround}, in these names alone. */
    record SearchBeside(String text) implements Filter {}

    /** Belongs to a tenant. */
    record InTenant(long tenantId) implements Filter {}

    /** Somebody holds it. */
    record Held() implements Filter {}

    /** A person holds it. */
    record HeldBy(long staffId) implements Filter {}

    /** A member of a team holds it. */
    record HeldByTeam(long teamId) implements Filter {}

    /** A person holds it, or somebody below that person, however many levels. */
    record HeldByThoseUnder(long staffId) implements Filter {}

    /** Somebody of a department, or of one below it, holds it. */
    record HeldInDepartment(long departmentId) implements Filter {}

    /**
     * A person is a member of it, beside its owner.
     *
     * @param writing only where the member may write
     */
    record SharedWith(long staffId, boolean writing) implements Filter {}

    /** A person has marked it with a star. */
    record Starred(long staffId) implements Filter {}

    /** Nobody holds it: it lies in a public pool. */
    record InPool() implements Filter {}

    /** Nobody holds it, and a person sees the pool in which it lies. */
    record InOpenPool(long staffId) implements Filter {}

    /** Nobody holds it: it lies in this pool. */
    record InPoolOf(long poolId) implements Filter {}

    /** Whether words are searched for anywhere in a filter: whoever counts what it finds must look at each. */
    static boolean searches(Filter filter) {
        return switch (filter) {
            case Search search -> true;
            case SearchAround search -> true;
            case SearchBeside search -> true;
            case All(List<Filter> parts) -> parts.stream().anyMatch(Filter::searches);
            case Any(List<Filter> parts) -> parts.stream().anyMatch(Filter::searches);
            default -> false;
        };
    }

    /** All of some filters, flattened, so that whoever reads the parts finds no nesting. */
    static Filter all(Filter... filters) {
        return all(List.of(filters));
    }

    /** All of some filters, flattened. */
    static Filter all(List<Filter> filters) {
        List<Filter> parts = new ArrayList<>();
        for (Filter filter : filters) {
            if (filter instanceof All(List<Filter> inner)) {
                parts.addAll(inner);
            } else {
                parts.add(filter);
            }
        }
        return parts.size() == 1 ? parts.getFirst() : new All(List.copyOf(parts));
    }
}
