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

    /** Which people of the company are asked for: {@code status} all, 0 or 1. */
    record People(
            @Nullable Integer page,
            @Nullable Integer count,
            @Nullable String status) implements UserWire {}

    /** A person as the list of people shows one. */
    record Row(
            long id,
            String nickName,
            String realName,
            String headImageUrl,
            String phoneNumber,
            String number,
            int sex,
            @Nullable String birthday,
            int title,
            String address,
            String school,
            String education,
            int rankId,
            int rankType,
            @Nullable String entryTime,
            @Nullable String officialTime,
            @Nullable String resignTime,
            @Nullable String lastLoginTime,
            @JsonProperty("isLogin") int isLogin,
            int status)
            implements UserWire {

        static Row of(Actor viewer, Profile profile) {
            User user = User.of(viewer, profile);
            return new Row(
                    user.userId(),
                    user.nickName(),
                    user.realName(),
                    user.headImageUrl(),
                    user.phoneNumber(),
                    user.number(),
                    user.sex(),
                    user.birthday(),
                    user.title(),
                    user.address(),
                    user.school(),
                    user.education(),
                    EartipNames.number(profile.details().rankId()),
                    EartipNames.number(profile.details().rankType()),
                    user.entryTime(),
                    user.officialTime(),
                    user.resignTime(),
                    user.lastLoginTime(),
                    profile.signedIn() ? 1 : 0,
                    user.status());
        }
    }

    /** A new person, or with {@code id} what changes about one. */
    record Wish(
            @Nullable Long id,
            @Nullable String phoneNumber,
            @Nullable String password,
            @Nullable String nickName,
            @Nullable String realName,
            @Nullable String headImageUrl,
            @Nullable String number,
            @Nullable Integer sex,
            @Nullable String birthday,
            @Nullable Integer title,
            @Nullable String address,
            @Nullable String school,
            @Nullable String education,
            @Nullable Integer rankId,
            @Nullable Integer rankType,
            @Nullable String entryTime,
            @Nullable String officialTime,
            @Nullable String resignTime,
            @Nullable String email,
            @Nullable String role,
            @Nullable String department,
            @Nullable String team,
            @Nullable Integer status)
            implements UserWire {

        /** A password never stands in a log. */
        @Override
        public String toString() {
            return "Wish[" + id + "]";
        }
    }
}
