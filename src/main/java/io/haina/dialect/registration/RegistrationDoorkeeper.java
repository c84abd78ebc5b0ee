package io.haina.dialect.registration;

import io.haina.access.Actor;
import io.haina.dialect.Doorkeeper;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import io.haina.staff.WebTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Document 000 carries its token as {@code Authorization: Bearer}. */
@Component
final class RegistrationDoorkeeper implements Doorkeeper {

    private static final String SCHEME = "Bearer ";

    private final WebTokens tokens;

    RegistrationDoorkeeper(WebTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Actor admit(HttpServletRequest request) {
        Set<String> headers = new TreeSet<>(Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)));
        if (headers.size() > 1) {
            throw new Refused(new Problem.ConflictingCredentials());
        }
        String header = headers.isEmpty() ? "" : headers.iterator().next();
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new Refused(new Problem.NoCredential());
        }
        String token = header.substring(SCHEME.length()).strip();
        if (token.isEmpty()) {
            throw new Refused(new Problem.NoCredential());
        }
        return tokens.actor(token);
    }

    @Override
    public boolean carries(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }
}
