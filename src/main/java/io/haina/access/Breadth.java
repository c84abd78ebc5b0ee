package io.haina.access;

/** How far a use case reaches for those who may use it; the role narrows it further. */
public enum Breadth {
    /** What the actor holds; for a sales manager, what the team holds; for an admin, all. */
    HELD,
    /** As {@link #HELD}, and the customers in the pool, which the whole tenant sees. */
    HELD_OR_POOL,
    /** The customers in the pool. */
    POOL,
    /** The actor's own, whatever the role. */
    OWN,
    /** Every record of the tenant. */
    TENANT
}
