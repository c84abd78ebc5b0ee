package io.haina.sheet;

import io.haina.problem.Problem.SheetFault;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The texts that the cells of a sheet point to, in a file of their own, so that a million of them take eight megabytes of heap.
 * The file is deleted as soon as it is mapped.
 */
final class SharedStrings implements AutoCloseable {

    private final Arena arena = Arena.ofShared();
    private MemorySegment texts = MemorySegment.NULL;
    private long[] ends = new long[1024];
    private int count;

    private SharedStrings() {}

    static SharedStrings none() {
        return new SharedStrings();
    }

    static SharedStrings read(SheetXml xml) throws IOException {
        SharedStrings strings = new SharedStrings();
        try {
            strings.fill(xml);
            return strings;
        } catch (IOException | RuntimeException e) {
            strings.close();
            throw e;
        }
    }

    private void fill(SheetXml xml) throws IOException {
        Path file = Files.createTempFile("haina-strings", ".part");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            long end = 0;
            while (xml.next()) {
                if (xml.starts("si")) {
                    byte[] text = xml.richText("si").getBytes(StandardCharsets.UTF_8);
                    out.write(text);
                    end += text.length;
                    add(end);
                }
            }
            out.flush();
            texts = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
        }
    }

    private void add(long end) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
        }
        ends[count++] = end;
    }

    /** A text by the number that a cell holds. */
    String get(String number) {
        int index;
        try {
            index = Integer.parseInt(number.strip());
        } catch (NumberFormatException e) {
            throw Sheets.refused(SheetFault.DAMAGED);
        }
        if (index < 0 || index >= count) {
            throw Sheets.refused(SheetFault.DAMAGED);
        }
        long start = index == 0 ? 0 : ends[index - 1];
        byte[] text = texts.asSlice(start, ends[index] - start).toArray(ValueLayout.JAVA_BYTE);
        return new String(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        arena.close();
    }
}
