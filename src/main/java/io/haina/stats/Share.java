package io.haina.stats;

/**
 * The customers that have one value in common.
 *
 * @param value empty for those without any
 */
public record Share(String value, long count, long won, long lost) {}
