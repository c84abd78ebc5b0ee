package io.haina.dialect.eartip;

import io.haina.handover.Possession;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.staff.Sex;
import io.haina.tenant.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The words and numbers of document 001 for what the core calls otherwise, and its forms of times and money. */
final class EartipNames {

    static final String DIALECT = "eartip";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** The document's names by a piece of the path, then everywhere. */
    private static final Map<String, Map<String, String>> FIELDS = Map.ofEntries(
            Map.entry(
                    "/user/user",
                    Map.of(
                            "phone", "phoneNumber",
                            "username", "phoneNumber",
                            "nickname", "nickName",
                            "avatarUrl", "headImageUrl",
                            "jobNumber", "number",
                            "enteredOn", "entryTime",
                            "officialOn", "officialTime",
                            "resignedOn", "resignTime",
                            "staff", "status")),
            Map.entry("/user/handover", Map.of("leaver", "user_id", "to", "to_user_id", "pool", "pool_id")),
            Map.entry(
                    "/contract/",
                    Map.of(
                            "customerId", "organization_id",
                            "opportunityId", "business_id",
                            "signedAt", "sign_time",
                            "agesFrom", "aging_start_time",
                            "agesUntil", "aging_end_time",
                            "paid", "remit_amount",
                            "paidAt", "remit_time",
                            "followers", "follower_id")),
            Map.entry(
                    "/feedback/",
                    Map.of(
                            "contactId", "customers_id",
                            "recordedAt", "record_time",
                            "attachment", "attach",
                            "staff", "follower_id")),
            Map.entry(
                    "/record/upload",
                    Map.of(
                            "customer", "organization_id",
                            "contact", "customers_id",
                            "followers", "follower_id",
                            "activity.content", "gain",
                            "activity.attachment", "event_attach",
                            "activity.note", "event_note",
                            "demand.content", "content",
                            "demand.attachment", "content_attach",
                            "demand.note", "content_note")),
            Map.entry(
                    "/record/follow",
                    Map.of(
                            "customer", "organization_id",
                            "contact", "customers_id",
                            "followers", "follower_id",
                            "activity.content", "gain",
                            "activity.attachment", "event_attach",
                            "activity.note", "event_note")),
            Map.entry(
                    "/record/demand",
                    Map.of(
                            "customer", "organization_id",
                            "contact", "customers_id",
                            "followers", "follower_id",
                            "demand.content", "content",
                            "demand.attachment", "demand_attach",
                            "demand.note", "demand_note")),
            Map.entry("/stats/demand", Map.of("customer", "organization_ids")),
            Map.entry(
                    "/customers/customers",
                    Map.of(
                            "name", "realName",
                            "nickname", "nickName",
                            "avatarUrl", "avatar",
                            "mobile", "phoneNumber",
                            "post", "job",
                            "category", "type",
                            "customerId", "organization_id")),
            Map.entry(
                    "/customers/organization",
                    Map.of("name", "groupName", "remark", "groupDetail", "category", "type")),
            Map.entry("", Map.of("limit", "count", "keyword", "name", "username", "phoneNumber")));

    private static final List<String> SEX_WORDS = List.of("", "男", "女");

    private EartipNames() {}

    /** The document's name of a core field; what is no core field is a name of the document already. */
    static String field(String name, String path) {
        return FIELDS.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty() && path.contains(entry.getKey()))
                .map(entry -> entry.getValue().get(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> FIELDS.getOrDefault("", Map.of()).getOrDefault(name, name));
    }

    /** Whether a route is one of those that delete, whatever the method. */
    static boolean deletes(String route) {
        return route.substring(route.lastIndexOf('/') + 1).startsWith("del");
    }

    static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    static @Nullable String timeOrNull(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : time(instant, zone);
    }

    /** A day is shown as its first second. */
    static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : TIME.format(day.atStartOfDay());
    }

    /** Money: a text with two digits behind the point. */
    static @Nullable String money(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** Texts that nobody filled in are empty. */
    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Numbers that nobody filled in are zero. */
    static int number(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    /** What somebody may leave behind. A person of a customer is a customer here, and the customer an organization. */
    private static String possession(Possession possession) {
        return switch (possession) {
            case CUSTOMER -> "organization";
            case LEAD -> "leads";
            case CONTACT -> "customers";
            case OPPORTUNITY -> "business";
            case PRODUCT -> "product";
            case CONTRACT -> "contract";
            case OUTREACH -> "contacts";
            case MEMBERSHIP -> "member";
            case REQUEST -> "approval";
        };
    }

    /** How much of what, in the order of the kinds. */
    static Map<String, Long> possessions(Map<Possession, Long> counts) {
        Map<String, Long> named = new LinkedHashMap<>();
        counts.forEach((possession, count) -> named.put(possession(possession), count));
        return named;
    }

    static int sex(@Nullable Sex sex) {
        return switch (sex) {
            case null -> 0;
            case MALE -> 1;
            case FEMALE -> 2;
        };
    }

    /**
     * The sex of a number, by its name in the core; null for unknown.
     *
     * @throws Refused if it is another number
     */
    static @Nullable String sex(int number) {
        return switch (number) {
            case 0 -> null;
            case 1 -> Sex.MALE.name();
            case 2 -> Sex.FEMALE.name();
            default -> throw Refused.invalid("sex", Rule.NOT_A_CHOICE);
        };
    }

    /** As companies call it in their own field. @throws Refused if it is another number */
    static @Nullable String sexWord(int number) {
        if (number < 0 || number >= SEX_WORDS.size()) {
            throw Refused.invalid("sex", Rule.NOT_A_CHOICE);
        }
        return number == 0 ? null : SEX_WORDS.get(number);
    }

    /** The number of a company's own word; what says something else is unknown. */
    static int sexOfWord(@Nullable Object word) {
        return word instanceof String text ? Math.max(0, SEX_WORDS.indexOf(text)) : 0;
    }

    /** Names a value in a draft if one was sent: an empty text empties, a missing one leaves. */
    static void put(Map<String, @Nullable Object> raw, String name, @Nullable Object value) {
        if (value != null) {
            raw.put(name, value);
        }
    }

    /** The role of a word; sales where nothing is said. @throws Refused if it is another word */
    static Role role(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return Role.SALES;
        }
        return Arrays.stream(Role.values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(word.strip()))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("role", Rule.NOT_A_CHOICE));
    }
}
