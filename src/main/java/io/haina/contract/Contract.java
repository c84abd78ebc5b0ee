package io.haina.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer signed. People are named by the ids of staff members. Money is in the company's currency, with two digits.
 *
 * @param opportunity the sale that it ended; null for none
 * @param code the company's own number of it, which need not occur once
 * @param amount null where nothing was agreed yet
 * @param signedAt null where it is not signed yet: then it stands in lists by the time when it was made, and in no figures
 * @param followers in the order in which they were named
 * @param status a number that the company gives a meaning to; 0 unless it does
 * @param agesFrom since when it runs, and until when; null for what was not said
 * @param paid the sum of the payments, zero for none
 * @param paidAt the time of the payment that was recorded last; null for none
 * @param payments in the order in which they were recorded
 * @param owner whose contract it is
 * @param editor who changed it last; its creator, where nobody did
 */
public record Contract(
        long id,
        UUID uuid,
        long customer,
        @Nullable Long opportunity,
        String name,
        @Nullable String code,
        @Nullable BigDecimal amount,
        @Nullable Instant signedAt,
        List<Long> followers,
        int status,
        @Nullable Instant agesFrom,
        @Nullable Instant agesUntil,
        BigDecimal paid,
        @Nullable Instant paidAt,
        List<Payment> payments,
        @Nullable String note,
        long owner,
        long creator,
        long editor,
        Instant createdAt,
        Instant updatedAt) {

    public Contract {
        followers = List.copyOf(followers);
        payments = List.copyOf(payments);
    }
}
