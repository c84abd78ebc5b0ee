package io.haina.sheet;

import io.haina.problem.Problem;
import io.haina.problem.Problem.SheetFault;
import io.haina.problem.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/** Reads and writes spreadsheets. What a file is, its content says; its name is never asked. */
public final class Sheets {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND = HexFormat.of().parseHex("d0cf11e0a1b11ae1");

    private Sheets() {}

    /**
     * Reads the first visible sheet of a file, row by row.
     *
     * @throws Refused with {@link Problem.SheetRefused} for anything but a harmless spreadsheet within the limits
     */
    public static void read(Path file, SheetLimits limits, RowSink sink) {
        try {
            switch (format(file)) {
                case XLSX -> new XlsxReader(limits, sink).read(file);
                case XLS -> new XlsReader(limits, sink).read(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read a spreadsheet", e);
        }
    }

    /** The format by the first bytes. @throws Refused if it is neither */
    public static SheetFormat format(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] start = content.readNBytes(COMPOUND.length);
            if (Arrays.equals(start, COMPOUND)) {
                return SheetFormat.XLS;
            }
            if (Arrays.equals(Arrays.copyOf(start, ZIP.length), ZIP)) {
                return SheetFormat.XLSX;
            }
            throw refused(SheetFault.NOT_A_SHEET);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read a spreadsheet", e);
        }
    }

    /**
     * Begins a file. It is complete when {@link SheetWriter#finish} has returned.
     *
     * @param file is made, or written over
     */
    public static SheetWriter write(Path file, SheetFormat format, SheetLook look) {
        try {
            return switch (format) {
                case XLSX -> new XlsxWriter(file, look);
                case XLS -> new XlsWriter(file, look);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a spreadsheet", e);
        }
    }

    static Refused refused(SheetFault fault) {
        return new Refused(new Problem.SheetRefused(fault, null));
    }

    static Refused refused(SheetFault fault, long bound) {
        return new Refused(new Problem.SheetRefused(fault, bound));
    }
}
