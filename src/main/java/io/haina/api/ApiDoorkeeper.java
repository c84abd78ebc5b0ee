package io.haina.api;

import io.haina.access.Actor;
import io.haina.access.Foreseen;
import io.haina.dialect.Bearer;
import io.haina.dialect.Cookies;
import io.haina.dialect.Doorkeeper;
import io.haina.dialect.OwnSite;
import io.haina.dialect.Sender;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import io.haina.staff.AccessTokens;
import io.haina.staff.OpaqueTokens;
import io.haina.staff.WebTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The native API takes the token of a sign-in or a person's own token as {@code Authorization: Bearer}, or a session from the cookie of the console. A
 * browser sends the cookie by itself, so with it a request that may change something has to show that a page of the
 * console sent it: by a header that pages of others cannot add.
 */
@Component
final class ApiDoorkeeper implements Doorkeeper {

    static final String COOKIE = "haina_session";
    static final String GUARD = "X-Haina-Request";

    private static final int BYTES = 32;
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final WebTokens webTokens;
    private final AccessTokens accessTokens;
    private final OpaqueTokens opaqueTokens;
    private final Sender sender;
    private final OpaqueTokens.Form form;

    ApiDoorkeeper(
            WebTokens webTokens,
            AccessTokens accessTokens,
            OpaqueTokens opaqueTokens,
            Sender sender,
            @Value("${haina.cookie-idle:12h}") Duration idle) {
        this.webTokens = webTokens;
        this.accessTokens = accessTokens;
        this.opaqueTokens = opaqueTokens;
        this.sender = sender;
        this.form = new OpaqueTokens.Form(ApiNames.DIALECT, BYTES, idle);
    }

    /**
     * Signs a person in, and lets the browser carry the session.
     *
     * @throws Refused as {@link OpaqueTokens#issue}, and from a page of another origin
     */
    Actor signIn(
            @Nullable String name,
            @Nullable String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!OwnSite.sent(request)) {
            throw new Refused(new Problem.CrossSite());
        }
        OpaqueTokens.Issued issued = opaqueTokens.issue(form, sender.address(request), name, password);
        Cookies.set(response, cookie(request, issued.token()).build());
        return issued.signedIn().actor();
    }

    /** Takes the cookie away. */
    void forget(HttpServletRequest request, HttpServletResponse response) {
        Cookies.set(response, cookie(request, "").maxAge(Duration.ZERO).build());
    }

    /** For the own paths alone: no other document ever sees it. */
    private static ResponseCookie.ResponseCookieBuilder cookie(HttpServletRequest request, String value) {
        return Cookies.hidden(request, COOKIE, value).path("/api/v1").sameSite("Strict");
    }

    /** Whether the browser's session is what a request came in by. */
    boolean isByCookie(HttpServletRequest request) {
        return Bearer.all(request).isEmpty() && !Cookies.values(request, COOKIE).isEmpty();
    }

    @Override
    public Actor admit(HttpServletRequest request) {
        Set<String> cookies = Cookies.values(request, COOKIE);
        if (!Bearer.all(request).isEmpty()) {
            Actor actor = byToken(Bearer.required(request), request);
            Actor browser = cookies.isEmpty() ? null : byCookie(cookies);
            if (browser != null && !browser.uuid().equals(actor.uuid())) {
                throw new Refused(new Problem.ConflictingCredentials());
            }
            return actor;
        }
        if (cookies.isEmpty()) {
            throw new Refused(new Problem.NoCredential());
        }
        if (!READING.contains(request.getMethod()) && !(OwnSite.sent(request) && request.getHeader(GUARD) != null)) {
            throw new Refused(new Problem.CrossSite());
        }
        Actor browser = byCookie(cookies);
        if (browser == null) {
            throw new Refused(new Problem.BadCredential());
        }
        return browser;
    }

    @Override
    public Optional<Foreseen> foresee(HttpServletRequest request) {
        Set<String> cookies = Cookies.values(request, COOKIE);
        if (cookies.isEmpty()) {
            return webTokens.foresee(Bearer.required(request));
        }
        return cookies.size() == 1 && Bearer.all(request).isEmpty()
                ? opaqueTokens.foresee(form, cookies.iterator().next())
                : Optional.empty();
    }

    private Actor byToken(String token, HttpServletRequest request) {
        return token.startsWith(AccessTokens.PREFIX)
                ? accessTokens.actor(token, READING.contains(request.getMethod()))
                : webTokens.actor(token);
    }

    /** Null where none of the sessions is open: a browser keeps the cookie of one that has ended. */
    private @Nullable Actor byCookie(Set<String> cookies) {
        Actor actor = null;
        for (String token : cookies) {
            try {
                Actor one = opaqueTokens.actor(form, token);
                if (actor != null && !actor.uuid().equals(one.uuid())) {
                    throw new Refused(new Problem.ConflictingCredentials());
                }
                actor = one;
            } catch (Refused refused) {
                if (!(refused.problem() instanceof Problem.BadCredential)) {
                    throw refused;
                }
            }
        }
        return actor;
    }

    @Override
    public Set<String> credentials(HttpServletRequest request) {
        Set<String> all = Bearer.all(request);
        all.addAll(Cookies.values(request, COOKIE));
        return all;
    }
}
