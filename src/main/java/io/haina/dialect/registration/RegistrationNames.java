package io.haina.dialect.registration;

import io.haina.activity.ActivityKind;
import io.haina.customer.CustomerStatus;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.stats.Period;
import io.haina.tenant.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of document 000 for what the core calls otherwise, both ways, and its forms of times and rates. */
final class RegistrationNames {

    static final String DIALECT = "registration";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT);

    private static final Set<ActivityKind> FOLLOWUPS = EnumSet.of(
            ActivityKind.CALL,
            ActivityKind.VISIT,
            ActivityKind.WECHAT,
            ActivityKind.EMAIL,
            ActivityKind.MEETING,
            ActivityKind.OTHER);

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("name", "customer_name"),
            Map.entry("demand", "demand_description"),
            Map.entry("contactName", "contact_person"),
            Map.entry("contactPhone", "contact_phone"),
            Map.entry("nextPlan", "next_plan"),
            Map.entry("kind", "type"),
            Map.entry("extensionDays", "extension_days"),
            Map.entry("comment", "result_comment"),
            Map.entry("customer", "customer_id"),
            Map.entry("realName", "real_name"),
            Map.entry("oldPassword", "old_password"),
            Map.entry("newPassword", "new_password"),
            Map.entry("from", "start_date"),
            Map.entry("to", "end_date"),
            Map.entry("fileName", "file"));

    private RegistrationNames() {}

    /** The document's name of a core field; what is no core field is a name of the document already. */
    static String field(String name, String path) {
        if (name.equals("reason") && path.endsWith("/pool/release")) {
            return "release_reason";
        }
        if (name.equals("kind") && path.endsWith("/followup")) {
            return "followup_type";
        }
        return FIELDS.getOrDefault(name, name);
    }

    static String role(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    static Role role(@Nullable String word) {
        return choice("role", word, Role.values());
    }

    static CustomerStatus status(@Nullable String word) {
        return choice("status", word, CustomerStatus.values());
    }

    static boolean approves(@Nullable String word) {
        if (word == null) {
            throw Refused.invalid("status", Rule.REQUIRED);
        }
        return switch (word) {
            case "approved" -> true;
            case "rejected" -> false;
            default -> throw Refused.invalid("status", Rule.NOT_A_CHOICE);
        };
    }

    static Period period(@Nullable String word) {
        return word == null ? Period.DAY : choice("period", word, Period.values());
    }

    static ActivityKind activityKind(@Nullable String word) {
        return choice("followup_type", word, FOLLOWUPS.toArray(ActivityKind[]::new));
    }

    /** Kinds that only other documents know show as {@code other}. */
    static String followupType(ActivityKind kind) {
        return (FOLLOWUPS.contains(kind) ? kind : ActivityKind.OTHER).name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E choice(String field, @Nullable String word, E[] choices) {
        if (word == null) {
            throw Refused.invalid(field, Rule.REQUIRED);
        }
        return Arrays.stream(choices)
                .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(field, Rule.NOT_A_CHOICE));
    }

    static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    static @Nullable String timeOrNull(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : time(instant, zone);
    }

    /** Won among what is decided, {@code 60.00%}. */
    static String rate(long won, long lost) {
        BigDecimal decided = BigDecimal.valueOf(won + lost);
        BigDecimal rate = decided.signum() == 0
                ? BigDecimal.ZERO.setScale(2)
                : BigDecimal.valueOf(won).scaleByPowerOfTen(2).divide(decided, 2, RoundingMode.HALF_UP);
        return rate.toPlainString() + "%";
    }

    /** How a span of a timeline is called by its first day: {@code 2024-01-01}, {@code 2024-W03}, {@code 2024-01}. */
    static String label(LocalDate start, Period period) {
        return switch (period) {
            case DAY -> DAY.format(start);
            case WEEK ->
                "%04d-W%02d"
                        .formatted(start.get(IsoFields.WEEK_BASED_YEAR), start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> MONTH.format(start);
        };
    }

    /** What stands for a value that nobody filled in. */
    static String filled(@Nullable String value) {
        return value == null || value.isEmpty() ? "未填写" : value;
    }
}
