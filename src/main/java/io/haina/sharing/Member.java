package io.haina.sharing;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who works on a record.
 *
 * @param owner whether it is the record's owner, whose power is always {@link Power#WRITE}
 */
public record Member(long staffId, String name, @Nullable String department, Power power, boolean owner) {}
