package io.haina.stats;

/** Somebody who claims from the pool. */
public record Claimer(long id, String name, long claims) {}
