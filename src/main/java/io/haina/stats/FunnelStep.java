package io.haina.stats;

import java.math.BigDecimal;

/**
 * Opportunities that stand, or ended, at one stage.
 *
 * @param outcome won, lost or invalid; empty while they are open
 * @param money what they are worth together; those without a value count as nothing
 */
public record FunnelStep(long stageId, String outcome, long count, BigDecimal money) {}
