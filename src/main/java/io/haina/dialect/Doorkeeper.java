package io.haina.dialect;

import io.haina.access.Actor;
import io.haina.access.Foreseen;
import io.haina.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/** Knows where a document lets its credential lie, and turns it into the person who acts. */
public interface Doorkeeper {

    /**
     * Who sent the request, from its credential alone.
     *
     * @throws io.haina.problem.Refused without a credential, with a bad one, or with two that differ
     */
    Actor admit(HttpServletRequest request);

    /**
     * Who probably sent a request that reads only; empty where the credential has to be looked at first, or is none. Only
     * what {@link #admit} would admit somebody by may be taken for known.
     */
    default Optional<Foreseen> foresee(HttpServletRequest request) {
        return Optional.empty();
    }

    /**
     * What a request carries that may be a credential of this document's. Asked when another document's credential has
     * admitted somebody already: two people in one request are refused. The same text is the same person wherever it is
     * read, so that it is read once.
     */
    default Set<String> credentials(HttpServletRequest request) {
        return Set.of();
    }

    /** Whether the credential covers the body, which {@link #admit} then gets from {@link KeptBody}. */
    default boolean readsBody() {
        return false;
    }

    /** Told before a request to this document is answered with a problem, whether it was admitted or not. */
    default void refused(HttpServletRequest request, Problem problem) {}
}
