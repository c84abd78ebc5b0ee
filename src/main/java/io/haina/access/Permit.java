package io.haina.access;

import io.haina.filter.Filter;

/**
 * The right to write, made by {@link Access} alone: a store that changes anything asks for one, so no path to a change
 * leads around the policy.
 */
public final class Permit {

    private final Actor actor;
    private final UseCase useCase;
    private final Filter reach;

    Permit(Actor actor, UseCase useCase, Filter reach) {
        this.actor = actor;
        this.useCase = useCase;
        this.reach = reach;
    }

    public Actor actor() {
        return actor;
    }

    public UseCase useCase() {
        return useCase;
    }

    /** The records that may be changed; belongs into the statement that changes them. */
    public Filter reach() {
        return reach;
    }
}
