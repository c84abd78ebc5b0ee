package io.haina.field;

import java.time.Instant;

/**
 * The time that a text names: a day is longer than a second.
 *
 * @param from inclusive
 * @param until exclusive
 */
public record Span(Instant from, Instant until) {}
