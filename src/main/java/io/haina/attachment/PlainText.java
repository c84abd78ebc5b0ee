package io.haina.attachment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Text for people, from beginning to end in one of the encodings that they save it in, no markup, no script. It is kept and
 * sent as it came: in which of them it is, whoever opens it finds out.
 */
final class PlainText {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private static final int BUFFER = 1 << 14;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private PlainText() {}

    static boolean is(Path file) throws IOException {
        return is(file, StandardCharsets.UTF_8) || is(file, isMarkedUtf16(file) ? StandardCharsets.UTF_16 : GB18030);
    }

    private static boolean isMarkedUtf16(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] mark = content.readNBytes(2);
            return Arrays.equals(mark, new byte[] {(byte) 0xFE, (byte) 0xFF})
                    || Arrays.equals(mark, new byte[] {(byte) 0xFF, (byte) 0xFE});
        }
    }

    private static boolean is(Path file, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder))) {
            StringBuilder beginning = new StringBuilder();
            char[] buffer = new char[BUFFER];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int n = 0; n < read; n++) {
                    char character = buffer[n];
                    if (isControl(character)) {
                        return false;
                    }
                    boolean blank = Character.isWhitespace(character) || character == BYTE_ORDER_MARK;
                    if (beginning.length() < 2 && !(blank && beginning.isEmpty())) {
                        beginning.append(character);
                    }
                }
            }
            return !beginning.toString().startsWith("<")
                    && !beginning.toString().equals("#!");
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean isControl(char character) {
        return Character.isISOControl(character)
                && character != '\t'
                && character != '\n'
                && character != '\r'
                && character != '\f';
    }
}
