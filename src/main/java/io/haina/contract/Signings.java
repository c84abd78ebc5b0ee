package io.haina.contract;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a customer signed within a time.
 *
 * @param amount the sum of the contracts' amounts, in two digits
 * @param count how many contracts
 * @param first when the earliest of them was signed
 */
public record Signings(long customer, BigDecimal amount, long count, Instant first) {}
