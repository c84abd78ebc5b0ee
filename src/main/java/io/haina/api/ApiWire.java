package io.haina.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that the native API reads and writes as JSON. Components are written as they are called. */
sealed interface ApiWire permits AppsWire, ApiWire.Items, ApiWire.Trouble {

    /** A list, in an object so that it can be said more of it. */
    record Items<T extends ApiWire>(List<T> items) implements ApiWire {}

    /**
     * Why something was not done: RFC 9457.
     *
     * @param type names the kind of problem, and stays the same whatever the words are
     * @param field the value that is wrong, where it is one
     * @param requestId by which the log and the audit know the request
     */
    @JsonInclude(Include.NON_NULL)
    record Trouble(
            String type,
            String title,
            int status,
            @Nullable String detail,
            String instance,
            @Nullable String field,
            @Nullable String requestId)
            implements ApiWire {}
}
