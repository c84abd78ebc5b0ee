package io.haina.dialect;

import io.haina.problem.Problem;
import java.nio.ByteBuffer;
import org.eclipse.jetty.ee11.webapp.AbstractConfiguration;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * What Jetty itself refuses, before or after any servlet (a malformed address, a header that is too long), is worded by
 * the dialect that the path looks like, and tells nothing of the server's inside.
 */
@Component
final class JettyErrors implements WebServerFactoryCustomizer<JettyServletWebServerFactory>, Request.Handler {

    private final ObjectProvider<Dialects> dialects;

    JettyErrors(ObjectProvider<Dialects> dialects) {
        this.dialects = dialects;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.setErrorHandler(this));
        factory.addConfigurations(new InContext());
    }

    /** After Spring Boot has set a handler of its own. */
    private final class InContext extends AbstractConfiguration {

        InContext() {
            super(new Builder());
        }

        @Override
        public void postConfigure(WebAppContext context) {
            context.setErrorHandler(JettyErrors.this);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        String path = path(request);
        Dialect dialect = dialects.getObject().guess(path);
        Problem problem = Problems.ofStatus(status);
        ResponseEntity<?> answer = dialect.wording().answer(problem, new Asked(path, null));
        int worded = answer.getStatusCode().value();
        response.setStatus(worded >= 400 ? status : worded);
        MediaType type = answer.getHeaders().getContentType();
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, type == null ? MediaType.APPLICATION_JSON_VALUE : type.toString());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(dialect.json().writeValueAsBytes(answer.getBody())), callback);
        return true;
    }

    private static String path(Request request) {
        String path = request.getHttpURI() == null ? null : request.getHttpURI().getPath();
        return path == null || !path.startsWith("/") ? "/" : path;
    }
}
