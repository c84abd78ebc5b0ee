package io.haina.dialect;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.URIUtil;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Lets Jetty take the addresses as the documents print them: {@code //api/x} is {@code /api/x}, before any routing.
 * Raw UTF-8 in a query string needs nothing, Jetty reads it as it stands. What it cannot read it replaces, and a name
 * that was replaced in part would be looked for as another one: such an address is refused.
 */
@Component
final class JettyLeniency implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    /** Attribute of a request whose path was changed: the path as it was sent. */
    static final String SENT_PATH = JettyLeniency.class.getName() + ".sentPath";

    private static final UriCompliance EMPTY_SEGMENTS =
            UriCompliance.DEFAULT.with("haina", UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT);

    /** What stands for bytes that are not UTF-8. An escaped one is still escaped here. */
    private static final char REPLACEMENT = '\uFFFD';

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(JettyLeniency::relax);
    }

    private static void relax(Server server) {
        for (Connector connector : server.getConnectors()) {
            for (ConnectionFactory protocol : connector.getConnectionFactories()) {
                if (protocol instanceof HttpConfiguration.ConnectionFactory http) {
                    http.getHttpConfiguration().setUriCompliance(EMPTY_SEGMENTS);
                    http.getHttpConfiguration().addCustomizer(JettyLeniency::readable);
                    http.getHttpConfiguration().addCustomizer(JettyLeniency::compact);
                }
            }
        }
    }

    private static Request readable(Request request, HttpFields.Mutable responseHeaders) {
        if (request.getHttpURI().asString().indexOf(REPLACEMENT) >= 0) {
            throw new HttpException.RuntimeException(HttpStatus.BAD_REQUEST_400, "Bytes that are not UTF-8");
        }
        return request;
    }

    private static Request compact(Request request, HttpFields.Mutable responseHeaders) {
        HttpURI uri = request.getHttpURI();
        if (!uri.hasViolation(UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT)) {
            return request;
        }
        HttpURI compacted = compacted(uri);
        request.setAttribute(SENT_PATH, uri.getPath());
        return new Request.Wrapper(request) {
            @Override
            public HttpURI getHttpURI() {
                return compacted;
            }
        };
    }

    private static HttpURI compacted(HttpURI uri) {
        try {
            return HttpURI.build(uri).path(URIUtil.compactPath(uri.getPath())).asImmutable();
        } catch (IllegalArgumentException e) {
            throw new HttpException.RuntimeException(HttpStatus.BAD_REQUEST_400, "Ambiguous URI", e);
        }
    }
}
