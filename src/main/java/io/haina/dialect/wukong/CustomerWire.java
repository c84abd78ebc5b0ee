package io.haina.dialect.wukong;

import io.haina.dialect.Numbers;
import org.jspecify.annotations.Nullable;

/** What the chapter on customers has of its own on the wire. */
sealed interface CustomerWire extends WukongWire {

    /** What a new customer is answered with. */
    record MadeCustomer(long customerId, String customerName) implements CustomerWire {}

    /** How the business goes: 1 won, 0 not. */
    record Deal(@Nullable Numbers ids, @Nullable Integer dealStatus) implements CustomerWire {}

    /**
     * An order to put customers into a pool.
     *
     * @param poolId the company's default pool where none is named
     */
    record ToPool(
            @Nullable Numbers ids,
            @Nullable Long poolId,
            @Nullable String reason) implements CustomerWire {}

    /** An order to lock customers or to unlock them. */
    record Lock(
            @Nullable Numbers ids,
            @Nullable Integer status,
            @Nullable Integer isLock) implements CustomerWire {}
}
