package io.haina.activity;

import java.time.Instant;

/**
 * How often something was written down about a customer within a time.
 *
 * @param first when the earliest of them happened
 */
public record JournalCount(long customer, long count, Instant first) {}
