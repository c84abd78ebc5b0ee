package io.haina.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * The container of the office documents before 2007 (OLE2), which installers use too: the names in its directory tell
 * which it is. Numbers of sectors are followed as the format says, and never outside of the file.
 */
final class CompoundFile {

    private static final byte[] MAGIC = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    private static final int SECTOR_SHIFT_AT = 30;
    private static final int DIRECTORY_AT = 48;
    private static final int TABLE_AT = 76;
    private static final int TABLE_ENTRIES = 109;
    private static final int ENTRY_SIZE = 128;
    private static final int NAME_SIZE = 64;
    private static final int MAXIMUM_SECTORS = 1000;

    private final ByteBuffer file;
    private final int sectorSize;

    private CompoundFile(byte[] content) {
        this.file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int shift = file.getShort(SECTOR_SHIFT_AT);
        if (shift != 9 && shift != 12) {
            throw new IndexOutOfBoundsException("no such sectors");
        }
        this.sectorSize = 1 << shift;
    }

    static boolean isCompound(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return Arrays.equals(content.readNBytes(MAGIC.length), MAGIC);
        }
    }

    /** Empty for anything but documents without macros. */
    static Optional<String> type(Path file) throws IOException {
        Set<String> names;
        try {
            names = new CompoundFile(Files.readAllBytes(file)).names();
        } catch (IndexOutOfBoundsException | BufferUnderflowException | ArithmeticException e) {
            return Optional.empty();
        }
        if (names.contains("Macros") || names.contains("_VBA_PROJECT_CUR") || names.contains("_VBA_PROJECT")) {
            return Optional.empty();
        }
        if (names.contains("WordDocument")) {
            return Optional.of("application/msword");
        }
        if (names.contains("Workbook") || names.contains("Book")) {
            return Optional.of("application/vnd.ms-excel");
        }
        return names.contains("PowerPoint Document") ? Optional.of("application/vnd.ms-powerpoint") : Optional.empty();
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>();
        int sector = file.getInt(DIRECTORY_AT);
        for (int count = 0; sector >= 0 && count < MAXIMUM_SECTORS; count++) {
            int start = offset(sector);
            for (int entry = start; entry + ENTRY_SIZE <= start + sectorSize; entry += ENTRY_SIZE) {
                names.add(name(entry));
            }
            sector = next(sector);
        }
        return names;
    }

    private String name(int entry) {
        int bytes = file.getShort(entry + NAME_SIZE) - 2;
        byte[] name = new byte[Math.clamp(bytes, 0, NAME_SIZE)];
        file.get(entry, name);
        return new String(name, StandardCharsets.UTF_16LE);
    }

    private int offset(int sector) {
        return Math.multiplyExact(Math.addExact(sector, 1), sectorSize);
    }

    /** What follows a sector: the allocation table says, whose own first sectors stand in the header. */
    private int next(int sector) {
        int perSector = sectorSize / Integer.BYTES;
        int table = sector / perSector;
        if (table >= TABLE_ENTRIES) {
            return -1;
        }
        int tableSector = file.getInt(TABLE_AT + table * Integer.BYTES);
        return file.getInt(offset(tableSector) + sector % perSector * Integer.BYTES);
    }
}
