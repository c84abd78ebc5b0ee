package io.haina.dialect.eartip;

import io.haina.contract.Contract;
import io.haina.contract.ContractFields;
import io.haina.dialect.eartip.ContractWire.Draft;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The document's contract in the words of the core. */
final class ContractNames {

    private ContractNames() {}

    /**
     * What a draft says: what it does not name, or names as null, is not in it; an empty text empties.
     *
     * @throws Refused if the company or the name is missing, which the document asks for of new and of changed contracts
     */
    static Map<String, Object> raw(Draft draft) {
        Map<String, Object> raw = new HashMap<>();
        put(raw, ContractFields.CUSTOMER_ID, required("organization_id", draft.organization()));
        put(raw, ContractFields.NAME, required("name", draft.name()));
        put(raw, ContractFields.OPPORTUNITY_ID, draft.business());
        put(raw, ContractFields.CODE, draft.code());
        put(raw, ContractFields.AMOUNT, draft.amount());
        put(raw, ContractFields.SIGNED_AT, draft.signTime());
        put(raw, ContractFields.AGES_FROM, draft.agingStart());
        put(raw, ContractFields.AGES_UNTIL, draft.agingEnd());
        put(raw, ContractFields.PAID, draft.remitAmount());
        put(raw, ContractFields.PAID_AT, draft.remitTime());
        put(raw, ContractFields.NOTE, draft.note());
        return raw;
    }

    static void put(Map<String, Object> raw, String field, @Nullable Object value) {
        if (value != null) {
            raw.put(field, value);
        }
    }

    static Object required(String name, @Nullable Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw Refused.invalid(name, Rule.REQUIRED);
        }
        return value;
    }

    /** The document shows a sum of money at every contract. */
    static BigDecimal amount(Contract contract) {
        return Objects.requireNonNullElse(contract.amount(), BigDecimal.ZERO);
    }
}
