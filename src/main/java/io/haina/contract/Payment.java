package io.haina.contract;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What was paid on a contract.
 *
 * @param amount in two digits, never zero; negative where it takes back what was recorded too much
 * @param recordedBy the id of the staff member who wrote it down
 */
public record Payment(BigDecimal amount, Instant paidAt, long recordedBy) {}
