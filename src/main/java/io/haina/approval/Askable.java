package io.haina.approval;

import org.jspecify.annotations.Nullable;

/**
 * Something that can be asked for.
 *
 * @param kind the word by which it is filed
 * @param maximumDays the most calendar days that may be asked for; null where no days are
 */
public record Askable(String kind, @Nullable Integer maximumDays) {}
