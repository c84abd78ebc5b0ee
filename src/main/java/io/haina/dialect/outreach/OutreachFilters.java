package io.haina.dialect.outreach;

import io.haina.dialect.Inputs;
import io.haina.dialect.outreach.OutreachWire.ContactForm;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.outreach.OutreachFields;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What clients of document 003 send, as filters, pages and drafts. An empty parameter means no filter. */
final class OutreachFilters {

    /** Larger numbers are not the same to every reader of JSON. */
    private static final long LARGEST = (1L << 53) - 1;

    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,15}");
    private static final Pattern INTEGER = Pattern.compile("[0-9]{1,16}");

    private OutreachFilters() {}

    /**
     * What narrows the list.
     *
     * @param zone in which the days begin
     */
    static Filter wish(
            @Nullable String search,
            @Nullable String replyStatus,
            @Nullable String wechatExchanged,
            @Nullable String startDate,
            @Nullable String endDate,
            ZoneId zone) {
        List<Filter> parts = new ArrayList<>();
        String words = Inputs.text("search", search);
        if (words != null) {
            parts.add(new Filter.Search(words));
        }
        String status = Inputs.text("reply_status", replyStatus);
        if (status != null) {
            parts.add(new Filter.Is(OutreachFields.REPLY_STATUS, Set.of(status)));
        }
        String exchanged = Inputs.text("wechat_exchanged", wechatExchanged);
        if (exchanged != null) {
            parts.add(new Filter.Is(OutreachFields.WECHAT_EXCHANGED, Set.of(truth(exchanged))));
        }
        LocalDate from = Inputs.date("start_date", startDate);
        LocalDate to = Inputs.date("end_date", endDate);
        if (from != null && to != null && from.isAfter(to)) {
            throw Refused.invalid("start_date", Rule.OUT_OF_RANGE);
        }
        if (from != null || to != null) {
            parts.add(new Filter.During(
                    OutreachFields.CREATED_AT, begin(from, zone), begin(to == null ? null : to.plusDays(1), zone)));
        }
        return Filter.all(parts);
    }

    private static @Nullable Instant begin(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private static boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw Refused.invalid(OutreachFields.WECHAT_EXCHANGED, Rule.WRONG_TYPE);
        };
    }

    static Page page(@Nullable String page, @Nullable String size) {
        return new Page(Inputs.integer("page", page, 1), Inputs.integer("page_size", size, 10));
    }

    /** The id in a path. @throws Refused if it is none */
    static long id(String text) {
        if (!ID.matcher(text).matches()) {
            throw Refused.invalid("id", Rule.MALFORMED);
        }
        return Long.parseLong(text);
    }

    /** Ids in a body. @throws Refused if there are none, or one is none */
    static List<Long> ids(@Nullable List<@Nullable Long> ids) {
        List<Long> all = new ArrayList<>();
        for (Long id : ids == null ? List.<@Nullable Long>of() : ids) {
            if (id == null || id < 1) {
                throw Refused.invalid("ids", Rule.WRONG_TYPE);
            }
            all.add(id);
        }
        return all;
    }

    /**
     * What a form says, by the core's names. A reply status and an exchange that are said to be nothing are none yet.
     *
     * @param whole whether what it leaves unsaid is nothing, as in a new record
     */
    static Map<String, @Nullable Object> draft(@Nullable ContactForm form, boolean whole) {
        Map<String, @Nullable Object> draft = new HashMap<>();
        if (form == null) {
            return draft;
        }
        text(draft, OutreachFields.NAME, form.name());
        text(draft, OutreachFields.POSITION, form.position());
        text(draft, OutreachFields.CONTACT, form.contact());
        text(draft, OutreachFields.WORKER_ID, form.workerId());
        text(draft, OutreachFields.NOTES, form.notes());
        text(draft, OutreachFields.CONTACTED_AT, form.contactedAt());
        JsonNode account = form.accountId();
        if (account != null) {
            draft.put(OutreachFields.ACCOUNT_ID, account(account));
        }
        text(draft, OutreachFields.REPLY_STATUS, form.replyStatus());
        if (draft.containsKey(OutreachFields.REPLY_STATUS) || whole) {
            Object said = draft.get(OutreachFields.REPLY_STATUS);
            draft.put(
                    OutreachFields.REPLY_STATUS,
                    said instanceof String text && !text.isBlank() ? text : OutreachNames.NO_REPLY);
        }
        JsonNode exchanged = form.wechatExchanged();
        if (exchanged != null || whole) {
            draft.put(OutreachFields.WECHAT_EXCHANGED, exchanged != null && exchanged(exchanged));
        }
        return draft;
    }

    private static void text(Map<String, @Nullable Object> draft, String field, @Nullable JsonNode node) {
        if (node == null) {
            return;
        }
        if (!node.isString() && !node.isNull()) {
            throw Refused.invalid(field, Rule.WRONG_TYPE);
        }
        draft.put(field, node.isNull() ? null : node.stringValue());
    }

    private static @Nullable Object account(JsonNode node) {
        if (node.isNull() || (node.isString() && node.stringValue().isBlank())) {
            return null;
        }
        if (!node.isString() && !node.isIntegralNumber()) {
            throw Refused.invalid(OutreachFields.ACCOUNT_ID, Rule.WRONG_TYPE);
        }
        String text = node.asString().strip();
        if (!INTEGER.matcher(text).matches() || Long.parseLong(text) > LARGEST) {
            throw Refused.invalid(OutreachFields.ACCOUNT_ID, node.isString() ? Rule.WRONG_TYPE : Rule.OUT_OF_RANGE);
        }
        return Long.valueOf(text);
    }

    private static boolean exchanged(JsonNode node) {
        if (node.isNull() || (node.isString() && node.stringValue().isBlank())) {
            return false;
        }
        if (node.isString() || node.isBoolean() || node.isIntegralNumber()) {
            return truth(node.asString().strip());
        }
        throw Refused.invalid(OutreachFields.WECHAT_EXCHANGED, Rule.WRONG_TYPE);
    }
}
