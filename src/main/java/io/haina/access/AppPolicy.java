package io.haina.access;

import static io.haina.tenant.AppRight.ADD;
import static io.haina.tenant.AppRight.CHANGE;
import static io.haina.tenant.AppRight.DELETE;
import static io.haina.tenant.AppRight.FIELDS;
import static io.haina.tenant.AppRight.READ;

import io.haina.problem.Problem;
import io.haina.problem.Refused;
import io.haina.tenant.AppRight;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which right of an app opens which use case. Whatever stands not here is closed to apps, also what is added later; kept
 * as apps.txt in the tests.
 */
public final class AppPolicy {

    private static final Map<UseCase, AppRight> OPENED_BY = new EnumMap<>(Map.ofEntries(
            Map.entry(UseCase.EXTERNAL_LIST, READ),
            Map.entry(UseCase.EXTERNAL_READ, READ),
            Map.entry(UseCase.EXTERNAL_ADD, ADD),
            Map.entry(UseCase.EXTERNAL_CHANGE, CHANGE),
            Map.entry(UseCase.EXTERNAL_DELETE, DELETE),
            Map.entry(UseCase.EXTERNAL_FIELDS, FIELDS),
            Map.entry(UseCase.CUSTOMER_LIST, READ),
            Map.entry(UseCase.CUSTOMER_READ, READ),
            Map.entry(UseCase.CUSTOMER_BROWSE, READ),
            Map.entry(UseCase.CUSTOMER_LOOK, READ),
            Map.entry(UseCase.OWNERSHIP_HISTORY, READ),
            Map.entry(UseCase.POOL_LIST, READ),
            Map.entry(UseCase.CUSTOMER_CHECK, ADD),
            Map.entry(UseCase.CUSTOMER_REPORT, ADD),
            Map.entry(UseCase.CUSTOMER_CHANGE, CHANGE),
            Map.entry(UseCase.CUSTOMER_STATUS, CHANGE),
            Map.entry(UseCase.CUSTOMER_TRANSFER, CHANGE),
            Map.entry(UseCase.CUSTOMER_DEAL, CHANGE),
            Map.entry(UseCase.POOL_RELEASE, CHANGE),
            Map.entry(UseCase.POOL_DISTRIBUTE, CHANGE),
            Map.entry(UseCase.POOL_RECIPIENT, CHANGE),
            Map.entry(UseCase.CUSTOMER_DELETE, DELETE),
            Map.entry(UseCase.FIELD_VERIFY, FIELDS)));

    private AppPolicy() {}

    /** The right that opens a use case to apps, or null. */
    public static @Nullable AppRight opener(UseCase useCase) {
        return OPENED_BY.get(useCase);
    }

    static boolean allows(Set<AppRight> rights, UseCase useCase) {
        AppRight opener = opener(useCase);
        return opener != null && rights.contains(opener);
    }

    static void check(Set<AppRight> rights, UseCase useCase) {
        if (!allows(rights, useCase)) {
            throw new Refused(new Problem.AppRightRequired(opener(useCase)));
        }
    }
}
