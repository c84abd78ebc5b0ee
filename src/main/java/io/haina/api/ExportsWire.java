package io.haina.api;

import io.haina.sheet.SheetFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The chapter on exports. */
sealed interface ExportsWire extends ApiWire {

    /**
     * What is to be exported, and how.
     *
     * @param q words to search for
     * @param scene the number of a saved filter
     * @param filter as lists take it
     * @param ids these records alone; up to 1,000
     * @param fields the columns, in their order; all that one sees where absent
     * @param pool of customers: true for those in the pools that one sees
     * @param format xlsx, or xls
     */
    @Schema(name = "ExportOrder")
    record Wanted(
            @Nullable String q,
            @Nullable Long scene,
            @Schema(implementation = Object.class) @Nullable JsonNode filter,
            @Nullable List<@Nullable Long> ids,
            @Nullable List<@Nullable String> fields,
            @Nullable Boolean pool,
            @Nullable String format)
            implements ExportsWire {

        SheetFormat sheetFormat() {
            return format == null ? SheetFormat.XLSX : ApiNames.choice("format", format, SheetFormat.values());
        }
    }
}
