package io.haina.stats;

import java.util.List;

/**
 * How the public pool is used, by the whole tenant.
 *
 * @param total customers in it now
 * @param weekClaims claims made since Monday
 * @param monthClaims claims made in the present month
 * @param top who made most of the month's claims, at most {@value #MAXIMUM_TOP}
 */
public record PoolUse(long total, long weekClaims, long monthClaims, List<Claimer> top) {

    /** How many claimers are named. */
    public static final int MAXIMUM_TOP = 10;
}
