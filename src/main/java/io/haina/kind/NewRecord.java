package io.haina.kind;

import io.haina.customer.PrimaryContact;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be made.
 *
 * @param values by the core's names of fields
 * @param owner whose it is to be; null for whoever makes it
 * @param contact of a customer alone: its primary contact; null for none
 * @param lines of an opportunity alone: what it would sell; null for none
 */
public record NewRecord(
        Map<String, ? extends @Nullable Object> values,
        @Nullable Long owner,
        @Nullable PrimaryContact contact,
        @Nullable List<? extends Map<String, ? extends @Nullable Object>> lines) {}
