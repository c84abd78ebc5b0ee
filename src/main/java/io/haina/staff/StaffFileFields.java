package io.haina.staff;

import io.haina.access.Actor;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.FieldRules;
import io.haina.field.FieldType;
import io.haina.field.Links;
import io.haina.field.Values;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may be written about a person after the registration. */
final class StaffFileFields {

    static final String JOB_NUMBER = "jobNumber";
    static final String JOB_LABEL = "工号";

    private static final String SEX = "sex";
    private static final String AVATAR_URL = "avatarUrl";
    private static final List<String> WHOLE = List.of("title", "rankId", "rankType");

    private static final FieldCatalog CATALOG = new FieldCatalog(List.of(
            stored("realName", FieldType.TEXT, "real_name", 64).asRequired(),
            stored("email", FieldType.TEXT, "email", 254),
            stored(StaffFields.PHONE, FieldType.TEXT, "phone", 32),
            stored(JOB_NUMBER, FieldType.TEXT, "job_number", 32),
            stored("nickname", FieldType.TEXT, "nickname", 64),
            stored(AVATAR_URL, FieldType.TEXT, "avatar_url", 500),
            stored(SEX, FieldType.TEXT, "sex", 10),
            stored("birthday", FieldType.DATE, "birthday", 0),
            stored("title", FieldType.NUMBER, "title", 0),
            stored("address", FieldType.TEXT, "address", 200),
            stored("school", FieldType.TEXT, "school", 100),
            stored("education", FieldType.TEXT, "education", 50),
            stored("rankId", FieldType.NUMBER, "rank_id", 0),
            stored("rankType", FieldType.NUMBER, "rank_type", 0),
            stored("enteredOn", FieldType.DATE, "entered_on", 0),
            stored("officialOn", FieldType.DATE, "official_on", 0),
            stored("resignedOn", FieldType.DATE, "resigned_on", 0)));

    private StaffFileFields() {}

    private static Field stored(String name, FieldType type, String column, int length) {
        return new Field(name, "", type, "p." + column, column, 0, length, FieldRules.NONE);
    }

    /** The values that a draft names. @throws Refused for the first that breaks a rule */
    static Values read(Actor actor, Map<String, ? extends @Nullable Object> raw) {
        Values values = CATALOG.read(raw, actor.role(), actor.tenant().zone());
        StaffFields.checkedEmail((String) values.get("email"));
        StaffFields.checkedPhone((String) values.get(StaffFields.PHONE));
        if (values.get(SEX) instanceof String sex
                && List.of(Sex.values()).stream().noneMatch(each -> each.name().equals(sex))) {
            throw Refused.invalid(SEX, Rule.NOT_A_CHOICE);
        }
        for (String name : WHOLE) {
            if (values.get(name) instanceof Long number && number != number.intValue()) {
                throw Refused.invalid(name, Rule.OUT_OF_RANGE);
            }
        }
        if (values.get(AVATAR_URL) instanceof String address) {
            Links.checked(AVATAR_URL, address);
        }
        if (values.get("resignedOn") instanceof LocalDate last
                && values.get("enteredOn") instanceof LocalDate first
                && last.isBefore(first)) {
            throw Refused.invalid("resignedOn", Rule.OUT_OF_RANGE);
        }
        return values;
    }
}
