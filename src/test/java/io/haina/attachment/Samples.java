package io.haina.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of many types. */
final class Samples {

    private Samples() {}

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    static byte[] pdf() {
        return text("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
    }

    static byte[] png() {
        return hex("89504e470d0a1a0a 0000000d49484452 00000001000000010806000000 1f15c489");
    }

    static byte[] jpeg() {
        return hex("ffd8ffe0 00104a46494600010100000100010000 ffd9");
    }

    static byte[] gif() {
        return text("GIF89a\u0001\0\u0001\0\0\0\0;");
    }

    static byte[] webp() {
        return hex("52494646 24000000 57454250 56503820 18000000 3001009d012a0100010002003425a400 0370 00fefbfd5000");
    }

    static byte[] zip(String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A compound file whose directory, over two sectors that do not follow each other, has entries of these names. */
    static byte[] compound(String... names) {
        ByteBuffer file = ByteBuffer.allocate(512 * 5).order(ByteOrder.LITTLE_ENDIAN);
        file.put(hex("d0cf11e0a1b11ae1"));
        file.putShort(30, (short) 9).putInt(48, 1).putInt(76, 0);
        int[] next = {-3, 3, -2, -2};
        for (int sector = 0; sector < next.length; sector++) {
            file.putInt(512 + 4 * sector, next[sector]);
        }
        entry(file, 1024, "Root Entry");
        for (int n = 0; n < names.length; n++) {
            int entry = n + 1;
            entry(file, entry < 4 ? 1024 + 128 * entry : 2048 + 128 * (entry - 4), names[n]);
        }
        return file.array();
    }

    private static void entry(ByteBuffer file, int at, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_16LE);
        file.put(at, bytes).putShort(at + 64, (short) (bytes.length + 2));
    }
}
