package io.haina.sheet;

/** The two spreadsheet formats that are read and written. */
public enum SheetFormat {
    /** Office Open XML, since 2007: streams, and holds a million rows. */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 1_048_576),
    /** BIFF8, before 2007: held in memory while it is written. */
    XLS("xls", "application/vnd.ms-excel", 65_536);

    private final String extension;
    private final String mediaType;
    private final int maximumRows;

    SheetFormat(String extension, String mediaType, int maximumRows) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.maximumRows = maximumRows;
    }

    /** Without a dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Rows that the format can hold, title and header included. */
    public int maximumRows() {
        return maximumRows;
    }
}
