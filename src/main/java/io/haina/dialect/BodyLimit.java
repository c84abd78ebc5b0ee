package io.haina.dialect;

import io.haina.problem.Problem;
import io.haina.problem.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * No body grows beyond what is good for the server, whether its length is told beforehand or not. Uploads have their own
 * limit, kept by the multipart reader, which writes to disk.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class BodyLimit extends HttpFilter {

    /** Bytes of a body that is no upload. */
    static final long MAXIMUM = 1 << 20;

    /** Bytes of an uploaded file. */
    static final long MAXIMUM_FILE = 20L << 20;

    /** Bytes of an upload, the file and what surrounds it. */
    private static final long MAXIMUM_UPLOAD = 21L << 20;

    /** Bytes that are read and thrown away so that a client that is still sending can read the refusal. */
    private static final long PATIENCE = 32L << 20;

    /**
     * Looks before anything is read.
     *
     * @throws Refused if the length that the request tells is too much
     */
    static void check(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        if (isUpload(request) && length > MAXIMUM_UPLOAD) {
            throw new Refused(new Problem.TooLarge(MAXIMUM_FILE));
        }
        if (!isUpload(request) && length > MAXIMUM) {
            throw new Refused(new Problem.TooLarge(MAXIMUM));
        }
    }

    /**
     * A whole body that is no upload, whatever its type says.
     *
     * @throws Refused if it is too much, however little was told beforehand
     */
    static byte[] readAll(InputStream body) throws IOException {
        byte[] content = body.readNBytes((int) MAXIMUM + 1);
        if (content.length > MAXIMUM) {
            throw new Refused(new Problem.TooLarge(MAXIMUM));
        }
        return content;
    }

    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        boolean withinLimit = isUpload(request) ? length <= MAXIMUM_UPLOAD : length <= MAXIMUM && isBounded(request);
        chain.doFilter(withinLimit ? request : new Limited(request), response);
        boolean mayBeUnread = isUpload(request) || !withinLimit;
        if (mayBeUnread && request.getHeader(HttpHeaders.EXPECT) == null) {
            discard(request);
        }
    }

    /** Whether no more can come than the request tells: without a length or chunks it has no body. */
    private static boolean isBounded(HttpServletRequest request) {
        return request.getContentLengthLong() >= 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    private static void discard(HttpServletRequest request) {
        byte[] sink = new byte[8192];
        try {
            InputStream rest = request.getInputStream();
            int bytes = 0;
            for (long left = PATIENCE; left > 0 && bytes >= 0; left -= bytes) {
                bytes = rest.read(sink);
            }
        } catch (IOException | IllegalStateException e) {
            // The answer is written; a sender that stops in between loses nothing.
        }
    }

    /** Counts what is read. */
    private static final class Limited extends HttpServletRequestWrapper {

        private @Nullable ServletInputStream stream;

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new LimitedStream(super.getInputStream());
            }
            return stream;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream source;
        private long read;

        LimitedStream(ServletInputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            int value = source.read();
            return value < 0 ? value : value + count(1) - 1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int bytes = source.read(target, offset, length);
            return bytes < 0 ? bytes : count(bytes);
        }

        private int count(int bytes) {
            read += bytes;
            if (read > MAXIMUM) {
                throw new Refused(new Problem.TooLarge(MAXIMUM));
            }
            return bytes;
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}
