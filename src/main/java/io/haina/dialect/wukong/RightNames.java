package io.haina.dialect.wukong;

import io.haina.access.UseCase;
import io.haina.tenant.Role;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words by which clients of document 002 switch their buttons, and what each of them asks of the policy. */
final class RightNames {

    private static final Map<String, Map<String, UseCase>> USE_CASES = new LinkedHashMap<>();

    static {
        records("leads", UseCase.LEAD_LIST, UseCase.LEAD_READ, UseCase.LEAD_ADD, UseCase.LEAD_CHANGE);
        right("leads", "delete", UseCase.LEAD_DELETE);
        right("leads", "transfer", UseCase.LEAD_TRANSFER);
        right("leads", "transform", UseCase.LEAD_CONVERT);
        right("leads", "excelimport", UseCase.LEAD_ADD);
        records(
                "customer",
                UseCase.CUSTOMER_BROWSE,
                UseCase.CUSTOMER_LOOK,
                UseCase.CUSTOMER_REPORT,
                UseCase.CUSTOMER_CHANGE);
        right("customer", "delete", UseCase.CUSTOMER_DELETE);
        right("customer", "transfer", UseCase.CUSTOMER_TRANSFER);
        right("customer", "putinpool", UseCase.POOL_RELEASE);
        right("customer", "lock", UseCase.CUSTOMER_LOCK);
        right("customer", "teamsave", UseCase.MEMBER_CHANGE);
        right("customer", "excelimport", UseCase.CUSTOMER_REPORT);
        records("contacts", UseCase.CONTACT_LIST, UseCase.CONTACT_READ, UseCase.CONTACT_ADD, UseCase.CONTACT_CHANGE);
        right("contacts", "delete", UseCase.CONTACT_DELETE);
        right("contacts", "transfer", UseCase.CONTACT_TRANSFER);
        right("contacts", "excelimport", UseCase.CONTACT_ADD);
        records(
                "business",
                UseCase.OPPORTUNITY_LIST,
                UseCase.OPPORTUNITY_READ,
                UseCase.OPPORTUNITY_ADD,
                UseCase.OPPORTUNITY_CHANGE);
        right("business", "delete", UseCase.OPPORTUNITY_DELETE);
        right("business", "transfer", UseCase.OPPORTUNITY_TRANSFER);
        right("business", "teamsave", UseCase.MEMBER_CHANGE);
        right("business", "excelimport", UseCase.OPPORTUNITY_ADD);
        records("product", UseCase.PRODUCT_LIST, UseCase.PRODUCT_READ, UseCase.PRODUCT_ADD, UseCase.PRODUCT_CHANGE);
        right("product", "delete", UseCase.PRODUCT_DELETE);
        right("product", "transfer", UseCase.PRODUCT_TRANSFER);
        right("product", "status", UseCase.PRODUCT_CHANGE);
        right("product", "excelimport", UseCase.PRODUCT_ADD);
        right("pool", "index", UseCase.POOL_LIST);
        right("pool", "distribute", UseCase.POOL_DISTRIBUTE);
        right("pool", "receive", UseCase.POOL_CLAIM);
        right("pool", "excelexport", UseCase.EXPORT);
    }

    private RightNames() {}

    private static void records(String chapter, UseCase list, UseCase read, UseCase add, UseCase change) {
        right(chapter, "index", list);
        right(chapter, "read", read);
        right(chapter, "save", add);
        right(chapter, "update", change);
        right(chapter, "excelexport", UseCase.EXPORT);
    }

    private static void right(String chapter, String right, UseCase asked) {
        USE_CASES.computeIfAbsent(chapter, name -> new LinkedHashMap<>()).put(right, asked);
    }

    /** By chapter, what a role may do: true where allowed, absent where not. */
    static Map<String, Map<String, Boolean>> of(Role role) {
        Map<String, Map<String, Boolean>> allowed = new LinkedHashMap<>();
        USE_CASES.forEach((chapter, rights) -> {
            Map<String, Boolean> those = new LinkedHashMap<>();
            rights.forEach((right, asked) -> {
                if (asked.roles().contains(role)) {
                    those.put(right, true);
                }
            });
            allowed.put(chapter, those);
        });
        return allowed;
    }
}
