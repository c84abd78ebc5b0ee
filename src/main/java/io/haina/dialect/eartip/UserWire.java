package io.haina.dialect.eartip;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.haina.access.Actor;
import io.haina.staff.Profile;
import io.haina.staff.StaffDetails;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The shapes of signing in and out, and of people. */
sealed interface UserWire extends EartipWire {

    record Login(@Nullable String phoneNumber, @Nullable String password) implements UserWire {

        /** A password never stands in a log. */
        @Override
        public String toString() {
            return "Login";
        }
    }

    record Logout(@Nullable String phoneNumber) implements UserWire {}

    /** Who has signed in; {@code session} and {@code sid} are one. */
    record LoggedIn(@JsonUnwrapped User user, String session, String sid) implements UserWire {

        /** A token never stands in a log. */
        @Override
        public String toString() {
            return "LoggedIn[" + user.userId() + "]";
        }
    }

    /** A person as the login and the menus show one. */
    record User(
            String phoneNumber,
            @JsonProperty("user_id") long userId,
            String realName,
            String number,
            String nickName,
            String headImageUrl,
            int sex,
            @Nullable String birthday,
            int title,
            String address,
            String school,
            String education,
            @Nullable String entryTime,
            @Nullable String officialTime,
            @Nullable String resignTime,
            @Nullable String lastLoginTime,
            int status)
            implements UserWire {

        static User of(Actor viewer, Profile profile) {
            ZoneId zone = viewer.tenant().zone();
            StaffDetails details = profile.details();
            return new User(
                    Person.phoneNumber(profile),
                    profile.id(),
                    profile.realName(),
                    EartipNames.text(details.jobNumber()),
                    profile.nickname(),
                    EartipNames.text(details.avatarUrl()),
                    EartipNames.sex(details.sex()),
                    EartipNames.day(details.birthday()),
                    EartipNames.number(details.title()),
                    EartipNames.text(details.address()),
                    EartipNames.text(details.school()),
                    EartipNames.text(details.education()),
                    EartipNames.day(details.enteredOn()),
                    EartipNames.day(details.officialOn()),
                    EartipNames.day(details.resignedOn()),
                    EartipNames.timeOrNull(profile.lastSignInAt(), zone),
                    profile.disabled() ? 0 : 1);
        }
    }
}
