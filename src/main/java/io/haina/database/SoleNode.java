package io.haina.database;

/**
 * Whoever makes sure that this process alone uses the database. Where there is one, what another process of Haina has begun
 * there and not ended belongs to a process that is dead.
 */
public interface SoleNode {}
