package io.haina.record;

import io.haina.filter.Page;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted, in which order, and how much of each record.
 *
 * @param fields names of the fields that are read, and no others are; null for all that the reader sees
 */
public record Listing(Page page, Order order, @Nullable Set<String> fields) {}
