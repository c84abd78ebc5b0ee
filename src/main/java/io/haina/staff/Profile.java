package io.haina.staff;

import io.haina.tenant.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What colleagues see of a person.
 *
 * @param superior the name of the person above; null for nobody
 * @param lastSignInAt null for somebody who never signed in
 * @param disabled whether the person may no longer sign in
 * @param mustChangePassword whether the console asks for a new password before anything else
 * @param signedIn whether the person has an open session now
 */
public record Profile(
        long id,
        UUID uuid,
        String username,
        String realName,
        @Nullable String email,
        @Nullable String phone,
        Role role,
        @Nullable Long departmentId,
        @Nullable String department,
        @Nullable Long teamId,
        @Nullable String team,
        @Nullable Long superiorId,
        @Nullable String superior,
        boolean disabled,
        boolean mustChangePassword,
        Instant createdAt,
        @Nullable Instant lastSignInAt,
        boolean signedIn,
        StaffDetails details) {

    /** What colleagues call the person: the nickname, or the name where there is none. */
    public String nickname() {
        return details.nickname() == null ? realName : details.nickname();
    }

    /** Whether the person signs in by a name. */
    public boolean goesBy(String name) {
        String folded = SignInName.fold(name);
        return folded.equals(SignInName.fold(username)) || (phone != null && folded.equals(SignInName.fold(phone)));
    }
}
