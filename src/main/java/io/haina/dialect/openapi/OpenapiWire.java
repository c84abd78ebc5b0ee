package io.haina.dialect.openapi;

import io.haina.audit.RequestId;
import org.jspecify.annotations.Nullable;

/** Everything that document 004 reads and writes as JSON. Components are written as they are called. */
sealed interface OpenapiWire permits AppWire, CrmWire, FieldsWire, OpenapiWire.Envelope {

    /**
     * The frame around every answer.
     *
     * @param code what became of it, as the text of a number that is like an HTTP status
     * @param data what was asked for or made; null where there is nothing
     * @param traceId by which the request is found in the log
     */
    record Envelope<T>(
            boolean success,
            String message,
            String code,
            @Nullable T data,
            @Nullable String traceId) implements OpenapiWire {

        private static final String OK = "200";

        /** It was done. */
        static <T> Envelope<T> of(@Nullable T data) {
            return new Envelope<>(true, OK + " ok!", OK, data, RequestId.current());
        }
    }
}
