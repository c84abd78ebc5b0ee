package io.haina.staff;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.tenant.DataScope;
import io.haina.tenant.Role;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Service;

/** What the roles of a company may do. */
@Service
public class Roles {

    Roles() {}

    /** A role, how far it sees, and what is open to it. */
    public record Powers(Role role, DataScope scope, List<UseCase> useCases) {}

    /** All roles. @throws io.haina.problem.Refused if the actor is no admin */
    public List<Powers> list(Actor actor) {
        Access.scoped(actor, UseCase.ROLE_READ);
        return Arrays.stream(Role.values())
                .map(role -> new Powers(
                        role,
                        actor.tenant().scopeOf(role),
                        Arrays.stream(UseCase.values())
                                .filter(useCase -> useCase.roles().contains(role))
                                .toList()))
                .toList();
    }
}
