package io.haina.customer;

import org.jspecify.annotations.Nullable;

/**
 * One way to reach a customer.
 *
 * @param value the number, address or name
 * @param memo whose it is, or when to use it; null where nothing is said
 */
public record ContactWay(String value, @Nullable String memo) {}
