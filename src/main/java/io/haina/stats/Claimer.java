package io.haina.stats;

/** Somebody who claims from the pool. */
public record Claimer(String name, long claims) {}
