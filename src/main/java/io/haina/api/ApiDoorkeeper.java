package io.haina.api;

import io.haina.access.Actor;
import io.haina.dialect.Bearer;
import io.haina.dialect.Doorkeeper;
import io.haina.staff.WebTokens;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** The native API takes the token of a sign-in as {@code Authorization: Bearer}, once. */
@Component
final class ApiDoorkeeper implements Doorkeeper {

    private final WebTokens tokens;

    ApiDoorkeeper(WebTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Actor admit(HttpServletRequest request) {
        return tokens.actor(Bearer.required(request));
    }
}
