package io.haina.exchange;

import io.haina.filter.Filter;
import io.haina.sheet.SheetFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be exported, and how it looks.
 *
 * @param pooled of customers: those of the pool instead of those that somebody of the exporter's reach holds
 * @param wish which records, within what the exporter may see
 * @param ids only these; empty for all that the wish finds
 * @param fields names of fields, in order; empty for all that the exporter may see and that have a label
 * @param format null for {@code .xls} up to as many rows as that holds, {@code .xlsx} above
 * @param sheetName what the tab says
 * @param title a line above the header; null for none
 * @param coloured whether the header is white on blue
 */
public record ExportOrder(
        boolean pooled,
        Filter wish,
        List<Long> ids,
        List<String> fields,
        @Nullable SheetFormat format,
        String sheetName,
        @Nullable String title,
        boolean coloured) {

    public ExportOrder {
        ids = List.copyOf(ids);
        fields = List.copyOf(fields);
    }
}
