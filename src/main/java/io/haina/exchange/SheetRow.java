package io.haina.exchange;

import java.util.List;

/**
 * A row of a file.
 *
 * @param number in the file, from 1
 * @param cells as a person sees them; empty text for an empty cell
 */
public record SheetRow(int number, List<String> cells) {}
