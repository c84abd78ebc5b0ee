package io.haina.pool;

import java.time.Instant;
import java.util.UUID;

/** The answer to a claim: the customer, and until when it is now protected. */
public record Claimed(UUID customer, Instant protectedUntil) {}
