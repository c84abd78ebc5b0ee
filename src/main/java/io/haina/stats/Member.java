package io.haina.stats;

import java.util.UUID;

/**
 * How one person does.
 *
 * @param figures the customers that the person holds now
 * @param activeDays days of the range with at least one follow-up
 */
public record Member(long id, UUID uuid, String name, Figures figures, int activeDays) {}
