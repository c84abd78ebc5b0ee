package io.haina.access;

import io.haina.problem.Problem;
import io.haina.problem.Refused;
import io.haina.tenant.Role;
import io.haina.tenant.TokenScope;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person's token opens: of what is open to the person, as much as its scopes say. */
public final class TokenPolicy {

    /** A token makes no tokens and ends no sign-in: who has found one gets no further by it. */
    private static final Set<UseCase> FOR_PEOPLE = Set.copyOf(EnumSet.of(
            UseCase.TOKEN_LIST, UseCase.TOKEN_MAKE, UseCase.TOKEN_END, UseCase.PASSWORD_CHANGE, UseCase.SESSION_END));

    private static final Set<Role> ADMINS = Set.of(Role.ADMIN);

    private TokenPolicy() {}

    /** The scope that opens a use case, or null where none does. */
    public static @Nullable TokenScope opener(UseCase useCase) {
        if (FOR_PEOPLE.contains(useCase)) {
            return null;
        }
        return useCase.roles().equals(ADMINS) ? TokenScope.ADMIN : TokenScope.READ;
    }

    static boolean allows(TokenScope scope, UseCase useCase) {
        TokenScope opener = opener(useCase);
        return opener != null && scope.compareTo(opener) >= 0;
    }

    static void check(TokenScope scope, UseCase useCase) {
        if (!allows(scope, useCase)) {
            throw new Refused(new Problem.ScopeRequired(opener(useCase)));
        }
    }

    /** Looks at a request before it is known what it asks for. @throws Refused if it may change something and must not */
    public static void checkRequest(TokenScope scope, boolean reading) {
        if (!reading && scope == TokenScope.READ) {
            throw new Refused(new Problem.ScopeRequired(TokenScope.WRITE));
        }
    }
}
