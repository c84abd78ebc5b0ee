package io.haina.attachment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text for people: UTF-8 from beginning to end, no markup, no script. */
final class PlainText {

    private static final int BUFFER = 1 << 14;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private PlainText() {}

    static boolean is(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
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
