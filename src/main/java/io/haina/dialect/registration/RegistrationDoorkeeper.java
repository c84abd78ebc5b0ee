package io.haina.dialect.registration;

import io.haina.access.Actor;
import io.haina.access.Foreseen;
import io.haina.dialect.Bearer;
import io.haina.dialect.Doorkeeper;
import io.haina.staff.WebTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Document 000 carries its token as {@code Authorization: Bearer}. */
@Component
final class RegistrationDoorkeeper implements Doorkeeper {

    private final WebTokens tokens;

    RegistrationDoorkeeper(WebTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Actor admit(HttpServletRequest request) {
        return tokens.actor(Bearer.required(request));
    }

    @Override
    public Optional<Foreseen> foresee(HttpServletRequest request) {
        return tokens.foresee(Bearer.required(request));
    }

    @Override
    public Set<String> credentials(HttpServletRequest request) {
        return Bearer.all(request);
    }
}
