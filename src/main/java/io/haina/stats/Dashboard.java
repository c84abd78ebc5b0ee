package io.haina.stats;

import java.util.List;

/**
 * What a person sees first.
 *
 * @param summary customers held now within the reach
 * @param monthReports of these, reported in the present month of the tenant's zone
 * @param weekFollowups follow-ups made since Monday by the people of the reach
 * @param expiring protections of the reach that end soon, soonest first, at most {@value #MAXIMUM_EXPIRING}
 * @param expiringTotal how many these are without that limit, counted up to {@value #COUNTED_EXPIRING}
 */
public record Dashboard(
        Figures summary, long monthReports, long weekFollowups, List<Expiring> expiring, long expiringTotal) {

    /** How many protections that end soon are shown. */
    public static final int MAXIMUM_EXPIRING = 100;

    /** Up to here protections that end soon are counted; one more says that there are more. */
    public static final int COUNTED_EXPIRING = 1_000;
}
