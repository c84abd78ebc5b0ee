package io.haina.contract;

import io.haina.testing.HainaServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Sends bytes that no decent client would. */
final class RawHttp {

    private RawHttp() {}

    /** The whole answer to a request's head, without a body. Lines end in CRLF, the head with an empty line. */
    static String send(String... lines) {
        return send(StandardCharsets.UTF_8, lines);
    }

    /** The same in other bytes. */
    static String send(Charset charset, String... lines) {
        String head = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", HainaServer.get().port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(charset));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
