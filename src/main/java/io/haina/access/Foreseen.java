package io.haina.access;

import org.jspecify.annotations.Nullable;

/**
 * Who acts if a credential is still what it was when it was looked at last. So the work need not wait until it is looked at
 * again: that happens on the way, and what the work came to counts only if nothing has changed.
 */
public interface Foreseen {

    /**
     * Does a work in the name of whoever acts now: first for whoever acted last, and anew if by now it is somebody else, or the
     * same with another role, team or company's settings.
     *
     * @param work reads, and lets nothing out but by what it returns or throws
     * @throws io.haina.problem.Refused if the credential is no longer good, whatever the work came to
     */
    <R extends @Nullable Object> R act(Work<R> work) throws Exception;

    /** What somebody does. */
    @FunctionalInterface
    interface Work<R extends @Nullable Object> {
        R by(Actor actor) throws Exception;
    }
}
