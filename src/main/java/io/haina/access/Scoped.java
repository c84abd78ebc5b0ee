package io.haina.access;

import io.haina.filter.Filter;

/** A query that cannot reach beyond what its actor may see, made by {@link Access} alone. */
public final class Scoped {

    private final Actor actor;
    private final Filter reach;
    private final Filter wish;

    Scoped(Actor actor, Filter reach, Filter wish) {
        this.actor = actor;
        this.reach = reach;
        this.wish = wish;
    }

    public Actor actor() {
        return actor;
    }

    /** What the actor may see. */
    public Filter reach() {
        return reach;
    }

    /** What the actor asked for. */
    public Filter wish() {
        return wish;
    }

    /** Both at once: what belongs into the statement that reads. */
    public Filter filter() {
        return Filter.all(reach, wish);
    }
}
