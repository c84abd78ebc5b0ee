package io.haina.exchange;

import org.jspecify.annotations.Nullable;

/**
 * How a file is to be imported.
 *
 * @param ownerId whose the new records become; null for the importer's own
 * @param maximumRows data rows that the file may have
 */
public record ImportOrder(Repeat repeat, @Nullable Long ownerId, long maximumRows) {}
