package io.haina.handover;

import java.util.Map;

/**
 * What a person holds now.
 *
 * @param counts how much of each kind; every kind is there
 * @param wonOrLocked how many of the customers no pool takes, so that they need a person
 * @param disabled whether the person may no longer sign in
 */
public record Belongings(long staffId, String name, boolean disabled, Map<Possession, Long> counts, long wonOrLocked) {}
