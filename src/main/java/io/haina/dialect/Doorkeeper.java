package io.haina.dialect;

import io.haina.access.Actor;
import io.haina.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;

/** Knows where a document lets its credential lie, and turns it into the person who acts. */
public interface Doorkeeper {

    /**
     * Who sent the request, from its credential alone.
     *
     * @throws io.haina.problem.Refused without a credential, with a bad one, or with two that differ
     */
    Actor admit(HttpServletRequest request);

    /**
     * Whether a request carries something that may be a credential of this document's. Asked when another document's
     * credential has admitted somebody already: two people in one request are refused.
     */
    default boolean carries(HttpServletRequest request) {
        return false;
    }

    /** Whether the credential covers the body, which {@link #admit} then gets from {@link KeptBody}. */
    default boolean readsBody() {
        return false;
    }

    /** Told before a request to this document is answered with a problem, whether it was admitted or not. */
    default void refused(HttpServletRequest request, Problem problem) {}
}
