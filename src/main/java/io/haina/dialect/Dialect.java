package io.haina.dialect;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * One published document as the server speaks it: what the plumbing needs to know of it.
 *
 * @param configuration a class of the dialect's package; the handlers of that package are the dialect's
 * @param wire the sealed type of everything that the dialect reads and writes as JSON
 * @param json reads and writes {@code wire}, and nothing else does
 * @param prefixes paths that are the dialect's when no handler says so: for unknown paths and methods. The longest that
 *     fits wins; {@code /} takes what nobody else claims
 */
public record Dialect(
        String name,
        Class<?> configuration,
        Class<?> wire,
        JsonMapper json,
        List<String> prefixes,
        Doorkeeper doorkeeper,
        Wording wording) {

    String packageName() {
        return configuration.getPackageName();
    }
}
