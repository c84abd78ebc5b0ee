package io.haina.api;

import io.haina.contract.Contract;
import io.haina.contract.ContractFields;
import io.haina.contract.Signings;
import io.haina.record.LinkKind;
import io.haina.record.LinkNames.Names;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The chapter on contracts. */
sealed interface ContractsWire extends ApiWire {

    /**
     * A contract as it is written; in a change, what is absent stays as it is and null empties.
     *
     * @param number the company's own, which need not occur once
     * @param signedAt absent or null where it is not signed yet
     * @param paid what was paid in all: what is missing of it is recorded as a payment
     */
    @Schema(name = "ContractDraft")
    record Written(
            @Schema(implementation = String.class) @Nullable JsonNode number,
            @Schema(implementation = String.class) @Nullable JsonNode name,
            @Schema(implementation = Long.class) @Nullable JsonNode customer,
            @Schema(implementation = Long.class) @Nullable JsonNode opportunity,

            @Schema(implementation = BigDecimal.class) @Nullable
            JsonNode amount,

            @Schema(implementation = Instant.class) @Nullable
            JsonNode signedAt,

            @Schema(implementation = Instant.class) @Nullable
            JsonNode agesFrom,

            @Schema(implementation = Instant.class) @Nullable
            JsonNode agesUntil,

            @Schema(implementation = Long[].class) @Nullable JsonNode followers,

            @Schema(implementation = BigDecimal.class) @Nullable
            JsonNode paid,

            @Schema(implementation = Instant.class) @Nullable
            JsonNode paidAt,

            @Schema(implementation = String.class) @Nullable JsonNode note)
            implements ContractsWire {

        Map<String, @Nullable Object> draft() {
            Map<String, @Nullable Object> draft = new HashMap<>();
            PaperNames.text(draft, ContractFields.CODE, "number", number);
            PaperNames.text(draft, ContractFields.NAME, "name", name);
            PaperNames.link(draft, ContractFields.CUSTOMER_ID, "customer", customer);
            PaperNames.link(draft, ContractFields.OPPORTUNITY_ID, "opportunity", opportunity);
            PaperNames.number(draft, ContractFields.AMOUNT, "amount", amount);
            PaperNames.text(draft, ContractFields.SIGNED_AT, "signedAt", signedAt);
            PaperNames.text(draft, ContractFields.AGES_FROM, "agesFrom", agesFrom);
            PaperNames.text(draft, ContractFields.AGES_UNTIL, "agesUntil", agesUntil);
            PaperNames.number(draft, ContractFields.PAID, "paid", paid);
            PaperNames.text(draft, ContractFields.PAID_AT, "paidAt", paidAt);
            PaperNames.text(draft, ContractFields.NOTE, "note", note);
            return draft;
        }
    }

    /**
     * A payment as it is written.
     *
     * @param amount not zero; negative takes back what was recorded too much
     * @param at now where absent
     */
    @Schema(name = "PaymentDraft")
    record PaymentWritten(
            @Nullable BigDecimal amount, @Nullable String at) implements ContractsWire {}

    /** What was paid, when, and who recorded it. */
    @Schema(name = "Payment")
    record Paid(BigDecimal amount, Instant at, Link by) implements ContractsWire {}

    /**
     * A contract.
     *
     * @param opportunity the number of the sale that it ended
     * @param amount in the company's currency; null where nothing was agreed yet
     * @param paid the sum of the payments
     * @param owner whose it is
     */
    @Schema(name = "Contract")
    record Shown(
            long id,
            @Nullable String number,
            String name,
            Link customer,
            @Nullable Long opportunity,
            @Nullable BigDecimal amount,
            @Nullable Instant signedAt,
            @Nullable Instant agesFrom,
            @Nullable Instant agesUntil,
            List<Link> followers,
            BigDecimal paid,
            List<Paid> payments,
            @Nullable String note,
            Link owner,
            Instant createdAt,
            Instant updatedAt)
            implements ContractsWire {

        static Shown of(Contract contract, Names names) {
            return new Shown(
                    contract.id(),
                    contract.code(),
                    contract.name(),
                    PaperNames.link(names, LinkKind.CUSTOMER, contract.customer()),
                    contract.opportunity(),
                    contract.amount(),
                    contract.signedAt(),
                    contract.agesFrom(),
                    contract.agesUntil(),
                    PaperNames.links(names, LinkKind.STAFF, contract.followers()),
                    contract.paid(),
                    contract.payments().stream()
                            .map(each -> new Paid(
                                    each.amount(),
                                    each.paidAt(),
                                    PaperNames.link(names, LinkKind.STAFF, each.recordedBy())))
                            .toList(),
                    contract.note(),
                    PaperNames.link(names, LinkKind.STAFF, contract.owner()),
                    contract.createdAt(),
                    contract.updatedAt());
        }
    }

    /**
     * What a customer signed within a time.
     *
     * @param amount the sum of the contracts' amounts
     * @param first when the earliest of them was signed
     */
    @Schema(name = "Signings")
    record Signed(Link customer, BigDecimal amount, long count, Instant first) implements ContractsWire {

        static Signed of(Signings signings, Names names) {
            return new Signed(
                    PaperNames.link(names, LinkKind.CUSTOMER, signings.customer()),
                    signings.amount(),
                    signings.count(),
                    signings.first());
        }
    }
}
