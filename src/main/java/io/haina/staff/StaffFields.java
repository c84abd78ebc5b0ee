package io.haina.staff;

import static io.haina.field.Field.text;

import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.FieldType;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may be written about a person. */
final class StaffFields {

    static final String USERNAME = "username";
    static final String PASSWORD = "password";
    static final String OLD_PASSWORD = "oldPassword";
    static final String NEW_PASSWORD = "newPassword";
    static final String PHONE = "phone";
    static final String ROLE = "role";

    static final String ID = "id";

    static final FieldCatalog CATALOG = new FieldCatalog(List.of(
            Field.of(ID, FieldType.NUMBER, "p.id"),
            text(USERNAME, "p.username", 64).asRequired(),
            text("realName", "p.real_name", 64).asRequired(),
            text("email", "p.email", 254),
            text(PHONE, "p.phone", 32),
            text("department", "d.name", 64),
            text("team", "g.name", 64)));

    private static final int USERNAME_MINIMUM = 2;
    private static final int PHONE_MINIMUM = 5;
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]");
    private static final Pattern EMAIL = Pattern.compile("[^\\s\\p{Z}@,;<>\"]+@[^\\s\\p{Z}@,;<>\"]+");
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+?[0-9][0-9 -]*");

    private StaffFields() {}

    /**
     * The draft as it is stored, the password left out.
     *
     * @throws Refused for the first value that breaks a rule
     */
    static StaffDraft checked(StaffDraft draft) {
        String username = username(draft.username());
        Passwords.checkNew(PASSWORD, draft.password());
        String realName = CATALOG.requiredText("realName", draft.realName());
        String email = checkedEmail(draft.email());
        String phone = checkedPhone(draft.phone());
        if (draft.role() == null) {
            throw Refused.invalid(ROLE, Rule.REQUIRED);
        }
        String department = CATALOG.text("department", draft.department());
        String team = CATALOG.text("team", draft.team());
        return new StaffDraft(username, null, realName, email, phone, draft.role(), department, team);
    }

    private static String username(@Nullable String value) {
        String username = CATALOG.requiredText(USERNAME, value);
        if (SPACE.matcher(username).find()) {
            throw Refused.invalid(USERNAME, Rule.FORBIDDEN_CHARACTER);
        }
        if (username.codePointCount(0, username.length()) < USERNAME_MINIMUM) {
            throw new Refused(new Problem.Invalid(USERNAME, Rule.TOO_SHORT, USERNAME_MINIMUM));
        }
        return username;
    }

    static @Nullable String checkedEmail(@Nullable String email) {
        return matching("email", email, EMAIL);
    }

    static @Nullable String checkedPhone(@Nullable String value) {
        String phone = matching(PHONE, value, PHONE_NUMBER);
        if (phone != null && phone.length() < PHONE_MINIMUM) {
            throw new Refused(new Problem.Invalid(PHONE, Rule.TOO_SHORT, PHONE_MINIMUM));
        }
        return phone;
    }

    private static @Nullable String matching(String field, @Nullable String value, Pattern pattern) {
        String text = CATALOG.text(field, value);
        if (text != null && !pattern.matcher(text).matches()) {
            throw Refused.invalid(field, Rule.MALFORMED);
        }
        return text;
    }
}
