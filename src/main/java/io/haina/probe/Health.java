package io.haina.probe;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.actuate.endpoint.ApiVersion;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointWebExtension;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.support.WebContentGenerator;
import org.springframework.web.util.ServletRequestPathUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether the server can do its work, its database included: 200 if so, 503 if not. Below it {@code liveness} and
 * {@code readiness}; anything else there is not found.
 */
@Component(Health.PATH + "/**")
final class Health extends WebContentGenerator implements HttpRequestHandler {

    static final String PATH = "/actuator/health";

    private final HealthEndpointWebExtension health;
    private final JsonMapper json;

    Health(HealthEndpointWebExtension health, JsonMapper json) {
        super(METHOD_GET, METHOD_HEAD);
        this.health = health;
        this.json = json;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        checkRequest(request);
        WebEndpointResponse<HealthDescriptor> found =
                health.health(ApiVersion.LATEST, WebServerNamespace.SERVER, SecurityContext.NONE, below(request));
        if (found.getBody() == null) {
            response.sendError(found.getStatus());
            return;
        }
        response.setStatus(found.getStatus());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), found.getBody());
    }

    /** The names behind the path, none for the whole. */
    private static String[] below(HttpServletRequest request) {
        return ServletRequestPathUtils.getParsedRequestPath(request)
                .pathWithinApplication()
                .subPath(4)
                .elements()
                .stream()
                .map(element -> element.value())
                .filter(name -> !name.equals("/"))
                .toArray(String[]::new);
    }
}
