package io.haina.dialect;

import io.haina.problem.Problem;
import io.haina.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpHeaders;

/** The token of {@code Authorization: Bearer}, as the dialects that know no other place for it read it. */
public final class Bearer {

    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /** The one token of a request. @throws Refused if there is none, or two headers differ */
    public static String required(HttpServletRequest request) {
        Set<String> headers = new TreeSet<>(Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)));
        if (headers.size() > 1) {
            throw new Refused(new Problem.ConflictingCredentials());
        }
        String token = headers.isEmpty() ? "" : token(headers.iterator().next());
        if (token.isEmpty()) {
            throw new Refused(new Problem.NoCredential());
        }
        return token;
    }

    /** All tokens of a request, empty ones too; headers of other schemes are passed over. */
    public static Set<String> all(HttpServletRequest request) {
        Set<String> tokens = new TreeSet<>();
        for (String header : Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION))) {
            if (isBearer(header)) {
                tokens.add(token(header));
            }
        }
        return tokens;
    }

    private static boolean isBearer(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** The token of a header; empty for a header of another scheme. */
    private static String token(String header) {
        return isBearer(header) ? header.substring(SCHEME.length()).strip() : "";
    }
}
