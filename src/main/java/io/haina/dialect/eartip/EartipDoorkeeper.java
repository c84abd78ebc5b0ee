package io.haina.dialect.eartip;

import io.haina.access.Actor;
import io.haina.access.Foreseen;
import io.haina.dialect.Bearer;
import io.haina.dialect.Cookies;
import io.haina.dialect.Doorkeeper;
import io.haina.dialect.OwnSite;
import io.haina.dialect.Sender;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import io.haina.staff.OpaqueTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Document 001 does not say how its {@code sid} travels: a header of that name, a bearer token and a cookie are taken. A
 * browser sends the cookie by itself, so it is good for the own pages only, and not for a GET that deletes.
 */
@Component
final class EartipDoorkeeper implements Doorkeeper {

    static final String SID = "sid";

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{" + 2 * BYTES + "}");

    private final OpaqueTokens tokens;
    private final Sender sender;
    private final OpaqueTokens.Form form;
    private final boolean inQuery;

    EartipDoorkeeper(
            OpaqueTokens tokens,
            Sender sender,
            @Value("${haina.eartip.sid-idle:24h}") Duration idle,
            @Value("${haina.eartip.sid-in-query:${eartip.sid-in-query:false}}") boolean inQuery) {
        this.tokens = tokens;
        this.sender = sender;
        this.form = new OpaqueTokens.Form(EartipNames.DIALECT, BYTES, idle);
        this.inQuery = inQuery;
    }

    /** Signs a person in, and lets the own pages carry the session. @throws Refused as {@link OpaqueTokens#issue} */
    OpaqueTokens.Issued issue(String name, String password, HttpServletRequest request, HttpServletResponse response) {
        OpaqueTokens.Issued issued = tokens.issue(form, sender.address(request), name, password);
        if (OwnSite.sent(request)) {
            Cookies.set(response, cookie(request, issued.token()).build());
        }
        return issued;
    }

    /** Takes the cookie away. */
    void forget(HttpServletRequest request, HttpServletResponse response) {
        Cookies.set(response, cookie(request, "").maxAge(Duration.ZERO).build());
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(HttpServletRequest request, String value) {
        return Cookies.hidden(request, SID, value).path("/").sameSite("Lax");
    }

    @Override
    public Actor admit(HttpServletRequest request) {
        Actor actor = null;
        Set<String> said = said(request);
        for (String token : said) {
            actor = same(actor, tokens.actor(form, token));
        }
        for (String token : Cookies.values(request, SID)) {
            Actor browser = actorOrNull(token);
            if (browser != null && (actor != null || mayActByCookie(request))) {
                actor = same(actor, browser);
            }
        }
        if (actor == null) {
            throw new Refused(new Problem.NoCredential());
        }
        return actor;
    }

    @Override
    public Optional<Foreseen> foresee(HttpServletRequest request) {
        Set<String> said = said(request);
        return said.size() == 1 && Cookies.values(request, SID).isEmpty()
                ? tokens.foresee(form, said.iterator().next())
                : Optional.empty();
    }

    private static Actor same(@Nullable Actor actor, Actor other) {
        if (actor != null && !actor.uuid().equals(other.uuid())) {
            throw new Refused(new Problem.ConflictingCredentials());
        }
        return actor == null ? other : actor;
    }

    /** A cookie that has ended is nobody's fault: a browser keeps it. */
    private @Nullable Actor actorOrNull(String token) {
        try {
            return tokens.actor(form, token);
        } catch (Refused refused) {
            return null;
        }
    }

    @Override
    public Set<String> credentials(HttpServletRequest request) {
        Set<String> all = said(request);
        all.addAll(Cookies.values(request, SID));
        return all;
    }

    /** The tokens that a client put into the request on purpose. A bearer token of another form is another document's. */
    private Set<String> said(HttpServletRequest request) {
        Set<String> said = new TreeSet<>();
        for (String header : Collections.list(request.getHeaders(SID))) {
            add(said, header);
        }
        Bearer.all(request).stream()
                .filter(token -> FORM.matcher(token).matches())
                .forEach(said::add);
        if (inQuery) {
            parameters(request).forEach(value -> add(said, value));
        }
        return said;
    }

    private static void add(Set<String> said, String value) {
        if (!value.isBlank()) {
            said.add(value.strip());
        }
    }

    private static Set<String> parameters(HttpServletRequest request) {
        try {
            String[] values = request.getParameterValues(SID);
            return values == null ? Set.of() : new TreeSet<>(List.of(values));
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new Refused(new Problem.Unreadable());
        }
    }

    private static boolean mayActByCookie(HttpServletRequest request) {
        return OwnSite.sent(request) && !(isRead(request) && deletes(request));
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** By the route and not by the address, which can be written in many ways. */
    private static boolean deletes(HttpServletRequest request) {
        return EartipNames.deletes(
                String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)));
    }
}
