package io.haina.dialect.wukong;

import org.jspecify.annotations.Nullable;

/** What the document's operations on spreadsheets read and write. */
sealed interface ExcelWire extends WukongWire {

    /**
     * What comes beside an uploaded file.
     *
     * @param repeatHandling 1 overwrites the record that is there, 2 leaves it
     */
    record UploadAsked(
            @Nullable Integer repeatHandling, @Nullable Long ownerUserId) implements ExcelWire {}

    /** One import. */
    record ImportAsked(@Nullable Long messageId) implements ExcelWire {}

    /**
     * How far an import is.
     *
     * @param data rows that are dealt with; null at its end
     */
    record Progress(int code, @Nullable Long data) implements ExcelWire {}

    /**
     * What became of an import.
     *
     * @param totalSize rows in all
     * @param errSize rows that were not taken
     */
    record Report(int code, long totalSize, long errSize) implements ExcelWire {}
}
