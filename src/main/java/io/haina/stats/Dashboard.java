package io.haina.stats;

import java.util.List;

/**
 * What a person sees first.
 *
 * @param summary customers held now within the reach
 * @param monthReports of these, reported in the present month of the tenant's zone
 * @param weekFollowups follow-ups made since Monday by the people of the reach
 * @param expiring protections of the reach that end soon, soonest first, at most {@value #MAXIMUM_EXPIRING}
 * @param hasMoreExpiring whether there are more than these; how many is not counted, because it may be thousands
 */
public record Dashboard(
        Figures summary, long monthReports, long weekFollowups, List<Expiring> expiring, boolean hasMoreExpiring) {

    /** How many protections that end soon are shown. */
    public static final int MAXIMUM_EXPIRING = 20;
}
