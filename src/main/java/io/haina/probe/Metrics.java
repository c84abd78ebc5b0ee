package io.haina.probe;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.support.WebContentGenerator;

/** What the server measures, as Prometheus reads it: its text, or OpenMetrics for who accepts that. */
@Component(Metrics.PATH)
final class Metrics extends WebContentGenerator implements HttpRequestHandler {

    static final String PATH = "/actuator/prometheus";

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text";

    private final PrometheusMeterRegistry registry;

    Metrics(PrometheusMeterRegistry registry) {
        super(METHOD_GET, METHOD_HEAD);
        this.registry = registry;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        checkRequest(request);
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        String format = accepted != null && accepted.contains(OPEN_METRICS)
                ? OPEN_METRICS + "; version=1.0.0; charset=utf-8"
                : TEXT;
        response.setContentType(format);
        registry.scrape(response.getOutputStream(), format);
    }
}
