package io.haina.dialect.outreach;

import io.haina.access.Actor;
import io.haina.access.Foreseen;
import io.haina.dialect.Bearer;
import io.haina.dialect.Doorkeeper;
import io.haina.staff.OpaqueTokens;
import io.haina.staff.WebTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Document 003 carries its token as {@code Authorization: Bearer} and does not say where it comes from: the token of any
 * sign-in will do, the signed ones and the random ones.
 */
@Component
final class OutreachDoorkeeper implements Doorkeeper {

    private static final Pattern OPAQUE = Pattern.compile("[0-9a-fA-F]{32}|[0-9a-fA-F]{64}");

    private final WebTokens webTokens;
    private final OpaqueTokens opaqueTokens;
    private final Duration idle;

    OutreachDoorkeeper(
            WebTokens webTokens, OpaqueTokens opaqueTokens, @Value("${haina.outreach.token-idle:12h}") Duration idle) {
        this.webTokens = webTokens;
        this.opaqueTokens = opaqueTokens;
        this.idle = idle;
    }

    @Override
    public Actor admit(HttpServletRequest request) {
        String token = Bearer.required(request);
        return isOpaque(token) ? opaqueTokens.actor(form(token), token) : webTokens.actor(token);
    }

    @Override
    public Optional<Foreseen> foresee(HttpServletRequest request) {
        String token = Bearer.required(request);
        return isOpaque(token) ? opaqueTokens.foresee(form(token), token) : webTokens.foresee(token);
    }

    private static boolean isOpaque(String token) {
        return OPAQUE.matcher(token).matches();
    }

    private OpaqueTokens.Form form(String token) {
        return new OpaqueTokens.Form(OutreachNames.DIALECT, token.length() / 2, idle);
    }

    @Override
    public Set<String> credentials(HttpServletRequest request) {
        return Bearer.all(request);
    }
}
