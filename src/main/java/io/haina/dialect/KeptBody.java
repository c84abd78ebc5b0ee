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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Lets a doorkeeper whose credential covers the body read it before the handler does. Who does not ask costs nothing: the
 * body is kept only once it was asked for, and bounded by {@link BodyLimit} whatever its type says: nobody is known yet
 * who might upload.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
public final class KeptBody extends HttpFilter {

    private final ObjectProvider<Dialects> dialects;

    KeptBody(ObjectProvider<Dialects> dialects) {
        this.dialects = dialects;
    }

    /**
     * The body of a request to a document whose doorkeeper reads bodies; empty where there is none.
     *
     * @throws Refused if it is too large, or does not arrive as it should
     */
    public static byte[] of(HttpServletRequest request) {
        Kept kept = WebUtils.getNativeRequest(request, Kept.class);
        if (kept == null) {
            throw new IllegalStateException("the body of " + request.getRequestURI() + " is not kept");
        }
        try {
            return kept.content();
        } catch (IOException e) {
            throw new Refused(new Problem.Unreadable());
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Dialect dialect = dialects.getObject().guess(request.getRequestURI());
        chain.doFilter(dialect.doorkeeper().readsBody() ? new Kept(request) : request, response);
    }

    private static final class Kept extends HttpServletRequestWrapper {

        private byte @Nullable [] content;
        private @Nullable ServletInputStream stream;

        Kept(HttpServletRequest request) {
            super(request);
        }

        byte[] content() throws IOException {
            if (content == null) {
                BodyLimit.check(this);
                content = BodyLimit.readAll(super.getInputStream());
            }
            return content;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = content == null ? super.getInputStream() : new KeptStream(content);
            }
            return stream;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class KeptStream extends ServletInputStream {

        private final ByteArrayInputStream source;

        KeptStream(byte[] content) {
            this.source = new ByteArrayInputStream(content);
        }

        @Override
        public int read() {
            return source.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return source.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return source.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("nobody reads asynchronously here");
        }
    }
}
