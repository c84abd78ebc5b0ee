package io.haina.dialect;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** Cookies that carry a session: what a browser sends by itself, and no script reads. */
public final class Cookies {

    private static final String FORWARDED_PROTOCOL = "X-Forwarded-Proto";

    private Cookies() {}

    /** The values that a request has of a cookie; a browser sends as many as there are paths. */
    public static Set<String> values(HttpServletRequest request, String name) {
        Set<String> found = new TreeSet<>();
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name) && !cookie.getValue().isBlank()) {
                    found.add(cookie.getValue().strip());
                }
            }
        }
        return found;
    }

    /** A cookie until the browser is closed, which goes over encrypted connections only where it came by one. */
    public static ResponseCookie.ResponseCookieBuilder hidden(HttpServletRequest request, String name, String value) {
        return ResponseCookie.from(name, value).httpOnly(true).secure(isEncrypted(request));
    }

    /** Whoever claims encryption in vain only keeps the cookie from being sent again. */
    private static boolean isEncrypted(HttpServletRequest request) {
        return request.isSecure() || "https".equalsIgnoreCase(request.getHeader(FORWARDED_PROTOCOL));
    }

    /** Adds a cookie to an answer. */
    public static void set(HttpServletResponse response, ResponseCookie cookie) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
