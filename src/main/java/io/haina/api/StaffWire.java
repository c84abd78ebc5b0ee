package io.haina.api;

import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.staff.Profile;
import io.haina.staff.StaffDesk;
import io.haina.staff.StaffDetails;
import io.haina.staff.StaffDraft;
import io.haina.tenant.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The chapter on people. */
sealed interface StaffWire extends AdminWire {

    /** What is written of somebody new; {@code more} is all that may be changed later too. */
    @Schema(name = "PersonDraft")
    record Registration(
            @Nullable String userName,
            @Nullable String password,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String role,

            @Schema(types = {"integer", "object", "null"}) @Nullable
            JsonNode team,

            @Schema(types = {"integer", "object", "null"}) @Nullable
            JsonNode department,

            @Schema(types = {"integer", "object", "null"}) @Nullable
            JsonNode superior)
            implements StaffWire {

        StaffDraft draft() {
            return new StaffDraft(
                    userName,
                    password,
                    name,
                    email,
                    phone,
                    ApiNames.choice(StaffDesk.ROLE, role, Role.values()),
                    null,
                    null);
        }

        Map<String, @Nullable Object> more() {
            Map<String, @Nullable Object> values = new TreeMap<>();
            lines(values, team, department, superior);
            return values;
        }

        /** A password never stands in a log, nor in a key of requests. */
        @Override
        public String toString() {
            return "Registration[%s, %s, %s, %s, %s, %s, %s, %s]"
                    .formatted(userName, name, email, phone, role, team, department, superior);
        }
    }

    private static void lines(
            Map<String, @Nullable Object> values,
            @Nullable JsonNode team,
            @Nullable JsonNode department,
            @Nullable JsonNode superior) {
        if (team != null) {
            values.put(StaffDesk.TEAM, ApiNames.link(StaffDesk.TEAM, team));
        }
        if (department != null) {
            values.put(StaffDesk.DEPARTMENT, ApiNames.link(StaffDesk.DEPARTMENT, department));
        }
        if (superior != null) {
            values.put(StaffDesk.SUPERIOR, ApiNames.link(StaffDesk.SUPERIOR, superior));
        }
    }

    /** What is changed of somebody: what is absent stays, null empties. */
    @Schema(name = "PersonChange")
    record Change(
            @Schema(types = "string") @Nullable JsonNode name,
            @Schema(types = {"string", "null"}) @Nullable JsonNode email,
            @Schema(types = {"string", "null"}) @Nullable JsonNode phone,
            @Schema(types = "string") @Nullable JsonNode role,

            @Schema(types = {"integer", "object", "null"}) @Nullable
            JsonNode team,

            @Schema(types = {"integer", "object", "null"}) @Nullable
            JsonNode department,

            @Schema(types = {"integer", "object", "null"}) @Nullable
            JsonNode superior,

            @Schema(types = {"string", "null"}) @Nullable JsonNode jobNumber,
            @Schema(types = {"string", "null"}) @Nullable JsonNode nickname,
            @Schema(types = {"string", "null"}) @Nullable JsonNode sex,
            @Schema(types = {"string", "null"}) @Nullable JsonNode birthday,
            @Schema(types = {"string", "null"}) @Nullable JsonNode address,
            @Schema(types = {"string", "null"}) @Nullable JsonNode enteredOn,
            @Schema(types = {"string", "null"}) @Nullable JsonNode officialOn,
            @Schema(types = {"string", "null"}) @Nullable JsonNode resignedOn)
            implements StaffWire {

        Map<String, @Nullable Object> values() {
            Map<String, @Nullable Object> values = new TreeMap<>();
            lines(values, team, department, superior);
            text(values, "realName", name);
            text(values, "email", email);
            text(values, "phone", phone);
            text(values, "jobNumber", jobNumber);
            text(values, "nickname", nickname);
            text(values, "birthday", birthday);
            text(values, "address", address);
            text(values, "enteredOn", enteredOn);
            text(values, "officialOn", officialOn);
            text(values, "resignedOn", resignedOn);
            if (role != null) {
                values.put(StaffDesk.ROLE, ApiNames.choice("role", ApiNames.text("role", role), Role.values()));
            }
            if (sex != null) {
                String word = ApiNames.text("sex", sex);
                values.put("sex", word == null ? null : word.toUpperCase(Locale.ROOT));
            }
            return values;
        }

        private static void text(Map<String, @Nullable Object> values, String name, @Nullable JsonNode node) {
            if (node != null) {
                values.put(name, ApiNames.text(ApiNames.field(name), node));
            }
        }
    }

    /** Whether somebody may sign in no more. */
    @Schema(name = "PersonDisabling")
    record Disabling(@Nullable Boolean disabled) implements StaffWire {}

    /** A password that an admin gives somebody else, to be changed at the next sign-in. */
    @Schema(name = "PasswordReset")
    record Reset(@Nullable String newPassword) implements StaffWire {

        /** A password never stands in a log. */
        @Override
        public String toString() {
            return "Reset[]";
        }

        String required() {
            if (newPassword == null || newPassword.isEmpty()) {
                throw Refused.invalid("newPassword", Rule.REQUIRED);
            }
            return newPassword;
        }
    }

    /** A person, as everybody in the company may see them. */
    record Person(
            long id,
            String userName,
            String name,
            @Nullable String email,
            @Nullable String phone,
            String role,
            @Nullable Link team,
            @Nullable Link department,
            @Nullable Link superior,
            boolean disabled,
            boolean signedIn,
            boolean mustChangePassword,
            Instant createdAt,
            @Nullable Instant lastSignInAt,
            @Nullable String jobNumber,
            @Nullable String nickname,
            @Nullable String sex,
            @Nullable LocalDate birthday,
            @Nullable String address,
            @Nullable LocalDate enteredOn,
            @Nullable LocalDate officialOn,
            @Nullable LocalDate resignedOn)
            implements StaffWire {

        static Person of(Profile person) {
            StaffDetails details = person.details();
            return new Person(
                    person.id(),
                    person.username(),
                    person.realName(),
                    person.email(),
                    person.phone(),
                    ApiNames.word(person.role()),
                    Link.of(person.teamId(), person.team()),
                    Link.of(person.departmentId(), person.department()),
                    Link.of(person.superiorId(), person.superior()),
                    person.disabled(),
                    person.signedIn(),
                    person.mustChangePassword(),
                    person.createdAt(),
                    person.lastSignInAt(),
                    details.jobNumber(),
                    details.nickname(),
                    details.sex() == null ? null : ApiNames.word(details.sex()),
                    details.birthday(),
                    details.address(),
                    details.enteredOn(),
                    details.officialOn(),
                    details.resignedOn());
        }
    }
}
