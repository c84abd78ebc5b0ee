package io.haina.dialect.openapi;

import java.util.List;

/** What an app is told of itself. */
sealed interface AppWire extends OpenapiWire {

    /**
     * The app that signed the request.
     *
     * @param time the server's, in the tenant's zone
     * @param timestamp the same in seconds since 1970
     */
    record Signed(
            String accountId,
            String appid,
            String name,
            List<String> rights,
            String address,
            String time,
            long timestamp)
            implements AppWire {}
}
