package io.haina.system;

import java.time.Instant;

/**
 * How the server that was asked is doing.
 *
 * @param version of Haina; {@code development} where it was not packaged
 * @param node the name of the machine it runs on
 * @param databaseVersion of PostgreSQL
 * @param databaseBytes the size of the whole database, of all companies
 * @param embedded whether the database is the one that Haina brings along
 * @param jobsRunning jobs of the asking admin's company; so are those waiting
 * @param heapUsed bytes
 * @param heapMaximum bytes
 */
public record ServerState(
        String version,
        String java,
        Instant startedAt,
        String node,
        String databaseVersion,
        long databaseBytes,
        boolean embedded,
        long jobsRunning,
        long jobsWaiting,
        long heapUsed,
        long heapMaximum) {}
