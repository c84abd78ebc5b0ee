package io.haina.stats;

/**
 * What waits for a person. Everything counts what the person holds.
 *
 * @param leadsToday leads not converted whose next contact is due on this day of the tenant's zone
 * @param customersToday customers whose next contact is due on this day
 * @param contactsToday contacts whose next contact is due on this day
 * @param opportunitiesToday open opportunities whose next contact is due on this day
 * @param leadsUntouched leads not converted that nobody has followed up
 * @param customersUntouched customers that nobody has followed up and that are neither won nor lost
 * @param expiring customers whose protection ends soon, after which they go to the pool
 * @param contractsEnding contracts that end today or within the 30 days after it
 */
public record Backlog(
        long leadsToday,
        long customersToday,
        long contactsToday,
        long opportunitiesToday,
        long leadsUntouched,
        long customersUntouched,
        long expiring,
        long contractsEnding) {}
