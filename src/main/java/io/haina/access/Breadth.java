package io.haina.access;

/** How far a use case reaches for those who may use it; the role narrows it further. */
public enum Breadth {
    /** What is held by those whom the tenant's {@code DataScope} of the role names; for an admin, all. */
    HELD,
    /** As {@link #HELD}, but of what colleagues hold only what those under the actor hold: the owner decides, and those above. */
    DIRECTED,
    /** As {@link #HELD}; for an admin also what nobody holds. */
    HELD_OR_ALL,
    /** As {@link #HELD}, and the customers in the pools that the actor sees. */
    HELD_OR_POOL,
    /** As {@link #HELD}, and the records that the actor is a member of. */
    HELD_OR_MEMBER,
    /** As {@link #HELD}, and the records that the actor is a writing member of. */
    HELD_OR_WRITING_MEMBER,
    /** As {@link #HELD_OR_MEMBER}, and the customers in the pools that the actor sees. */
    HELD_OR_MEMBER_OR_POOL,
    /** The customers in the pools that the actor sees. */
    POOL,
    /** The actor's own, whatever the role. */
    OWN,
    /** The actor's own; for an admin, everybody's. */
    OWN_OR_ALL,
    /** Every record of the tenant. */
    TENANT
}
