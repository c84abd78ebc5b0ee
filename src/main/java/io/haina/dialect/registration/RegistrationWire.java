package io.haina.dialect.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.haina.filter.Slice;
import org.jspecify.annotations.Nullable;

/** Everything that document 000 reads and writes as JSON. Components are written in snake_case. */
sealed interface RegistrationWire
        permits AuthWire, CustomersWire, PoolWire, ApprovalsWire, StatsWire, RegistrationWire.Envelope {

    /** The frame around every answer. */
    sealed interface Envelope extends RegistrationWire {}

    /** What was asked for. */
    record Found<T>(boolean success, T data) implements Envelope {
        Found(T data) {
            this(true, data);
        }
    }

    /** What was done, in words, and what came of it. */
    record Done<T>(
            boolean success,
            String message,
            @JsonInclude(Include.NON_NULL) @Nullable T data) implements Envelope {
        Done(String message, @Nullable T data) {
            this(true, message, data);
        }
    }

    /**
     * Why something was not done.
     *
     * @param data what helps to go on, where there is such a thing
     * @param requestId by which a failure is found in the log
     */
    record Refusal(
            boolean success,
            String message,
            @JsonInclude(Include.NON_NULL) @Nullable Object data,
            @JsonInclude(Include.NON_NULL) @Nullable String requestId)
            implements Envelope {
        Refusal(String message, @Nullable Object data) {
            this(false, message, data, null);
        }

        Refusal(String message) {
            this(message, null);
        }
    }

    /**
     * Where a page lies in its list.
     *
     * @param totalExact false where {@code total} is a lower bound; absent where it is exact
     */
    record Pagination(
            int page,
            int limit,
            long total,
            long totalPages,
            @JsonInclude(Include.NON_NULL) @Nullable Boolean totalExact)
            implements Envelope {
        static Pagination of(Slice<?> slice) {
            return new Pagination(
                    slice.page().number(),
                    slice.page().size(),
                    slice.total(),
                    slice.pages(),
                    slice.exact() ? null : Boolean.FALSE);
        }
    }
}
