package io.haina.dialect.eartip;

import io.haina.handover.Possession;
import io.haina.staff.Sex;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words and numbers of document 001 for what the core calls otherwise, and its forms of times and money. */
final class EartipNames {

    static final String DIALECT = "eartip";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** The document's names by a piece of the path, then everywhere. */
    private static final Map<String, Map<String, String>> FIELDS = Map.of(
            "/user/user",
            Map.of(
                    "phone", "phoneNumber",
                    "nickname", "nickName",
                    "avatarUrl", "headImageUrl",
                    "jobNumber", "number",
                    "enteredOn", "entryTime",
                    "officialOn", "officialTime",
                    "resignedOn", "resignTime"),
            "/user/handover",
            Map.of("leaver", "user_id", "to", "to_user_id", "pool", "pool_id"),
            "/contract/",
            Map.of(
                    "customerId", "organization_id",
                    "opportunityId", "business_id",
                    "signedAt", "sign_time",
                    "agesFrom", "aging_start_time",
                    "agesUntil", "aging_end_time",
                    "paid", "remit_amount",
                    "paidAt", "remit_time",
                    "followers", "follower_id"),
            "/feedback/",
            Map.of(
                    "contactId", "customers_id",
                    "recordedAt", "record_time",
                    "attachment", "attach",
                    "staff", "follower_id"),
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
                    "demand.note", "content_note"),
            "/record/follow",
            Map.of(
                    "customer", "organization_id",
                    "contact", "customers_id",
                    "followers", "follower_id",
                    "activity.content", "gain",
                    "activity.attachment", "event_attach",
                    "activity.note", "event_note"),
            "/record/demand",
            Map.of(
                    "customer", "organization_id",
                    "contact", "customers_id",
                    "followers", "follower_id",
                    "demand.content", "content",
                    "demand.attachment", "demand_attach",
                    "demand.note", "demand_note"),
            "/stats/demand",
            Map.of("customer", "organization_ids"),
            "",
            Map.of("limit", "count", "username", "phoneNumber"));

    private EartipNames() {}

    /** The document's name of a core field; what is no core field is a name of the document already. */
    static String field(String name, String path) {
        return FIELDS.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty() && path.contains(entry.getKey()))
                .map(entry -> entry.getValue().get(name))
                .filter(java.util.Objects::nonNull)
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
}
