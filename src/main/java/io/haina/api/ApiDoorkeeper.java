package io.haina.api;

import io.haina.access.Actor;
import io.haina.dialect.Doorkeeper;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import io.haina.staff.WebTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The native API takes the token of a sign-in as {@code Authorization: Bearer}, once. */
@Component
final class ApiDoorkeeper implements Doorkeeper {

    private static final String SCHEME = "Bearer ";

    private final WebTokens tokens;

    ApiDoorkeeper(WebTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Actor admit(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (headers.stream().distinct().count() > 1) {
            throw new Refused(new Problem.ConflictingCredentials());
        }
        String header = headers.isEmpty() ? "" : headers.getFirst();
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new Refused(new Problem.NoCredential());
        }
        String token = header.substring(SCHEME.length()).strip();
        if (token.isEmpty()) {
            throw new Refused(new Problem.NoCredential());
        }
        return tokens.actor(token);
    }
}
