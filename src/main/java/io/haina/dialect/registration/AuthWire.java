package io.haina.dialect.registration;

import io.haina.staff.Staff;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shapes of the chapter on signing in. */
sealed interface AuthWire extends RegistrationWire {

    record Login(@Nullable String username, @Nullable String password) implements AuthWire {}

    /**
     * A token and whose it is.
     *
     * @param mustChangePassword the console asks for a new password before anything else
     */
    record LoggedIn(String token, User user, boolean mustChangePassword) implements AuthWire {}

    record User(
            UUID id,
            String username,
            String realName,
            String role,
            @Nullable String department,
            @Nullable String team) implements AuthWire {
        static User of(Staff staff) {
            return new User(
                    staff.uuid(),
                    staff.username(),
                    staff.realName(),
                    RegistrationNames.role(staff.role()),
                    staff.department(),
                    staff.team());
        }
    }

    record Registration(
            @Nullable String username,
            @Nullable String password,
            @Nullable String realName,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String role,
            @Nullable String department,
            @Nullable String team)
            implements AuthWire {}

    record PasswordChange(
            @Nullable String oldPassword, @Nullable String newPassword) implements AuthWire {}
}
