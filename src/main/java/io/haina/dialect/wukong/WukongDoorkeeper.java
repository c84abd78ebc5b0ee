package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.dialect.Doorkeeper;
import io.haina.dialect.Sender;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import io.haina.staff.OpaqueTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Document 002 carries its token in a header of its own, and nowhere else: an address is written into too many logs. */
@Component
final class WukongDoorkeeper implements Doorkeeper {

    static final String HEADER = "Admin-Token";

    private static final int BYTES = 16;

    private final OpaqueTokens tokens;
    private final Sender sender;
    private final OpaqueTokens.Form form;

    WukongDoorkeeper(OpaqueTokens tokens, Sender sender, @Value("${haina.wukong.token-idle:7d}") Duration idle) {
        this.tokens = tokens;
        this.sender = sender;
        this.form = new OpaqueTokens.Form(WukongNames.DIALECT, BYTES, idle);
    }

    /** Signs a person in. @throws Refused as {@link OpaqueTokens#issue} */
    OpaqueTokens.Issued issue(HttpServletRequest request, @Nullable String name, @Nullable String password) {
        return tokens.issue(form, sender.address(request), name, password);
    }

    @Override
    public Actor admit(HttpServletRequest request) {
        Set<String> sent = credentials(request);
        if (sent.isEmpty()) {
            throw new Refused(new Problem.NoCredential());
        }
        if (sent.size() > 1) {
            throw new Refused(new Problem.ConflictingCredentials());
        }
        return tokens.actor(form, sent.iterator().next());
    }

    @Override
    public Set<String> credentials(HttpServletRequest request) {
        Set<String> sent = new TreeSet<>();
        for (String header : Collections.list(request.getHeaders(HEADER))) {
            if (!header.isBlank()) {
                sent.add(header.strip());
            }
        }
        return sent;
    }
}
