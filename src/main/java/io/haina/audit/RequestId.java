package io.haina.audit;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The id under which a request stands in the log, in the audit, and in an error's answer. */
public final class RequestId {

    /** The key under which the id is kept for the thread that serves the request. */
    public static final String KEY = "requestId";

    private RequestId() {}

    /** The id of the request being served, or null outside of requests. */
    public static @Nullable String current() {
        return MDC.get(KEY);
    }
}
