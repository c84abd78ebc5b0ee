package io.haina.stats;

import java.time.LocalDate;

/**
 * One period of a timeline.
 *
 * @param start its first day, even where the range begins later
 * @param count customers reported in it and held now
 * @param won of these, won now
 */
public record Point(LocalDate start, long count, long won) {}
