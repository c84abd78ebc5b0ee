package io.haina.dialect.outreach;

import io.haina.access.Actor;
import io.haina.dialect.outreach.OutreachWire.Answer;
import io.haina.dialect.outreach.OutreachWire.ContactForm;
import io.haina.dialect.outreach.OutreachWire.ContactForms;
import io.haina.dialect.outreach.OutreachWire.ContactPage;
import io.haina.dialect.outreach.OutreachWire.ContactRow;
import io.haina.dialect.outreach.OutreachWire.Deleted;
import io.haina.dialect.outreach.OutreachWire.Entries;
import io.haina.dialect.outreach.OutreachWire.Entry;
import io.haina.filter.Filter;
import io.haina.idempotency.Idempotency;
import io.haina.outreach.Entered;
import io.haina.outreach.Outreach;
import io.haina.outreach.OutreachRecord;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;

/** Document 003, the list, and what the workers need beside it: records made, changed and deleted. */
@RestController
@RequestMapping("/api/contacts")
@Tag(name = "contacts", description = "联系记录")
class ContactsApi {

    static final String KEY = "Idempotency-Key";

    private static final Idempotency.Codec<Answer<ContactRow>> ROW = new Idempotency.Codec<>(
            OutreachConfiguration.JSON::writeValueAsString,
            text -> OutreachConfiguration.JSON.readValue(text, new TypeReference<>() {}));
    private static final Idempotency.Codec<Answer<Entries>> ENTRIES = new Idempotency.Codec<>(
            OutreachConfiguration.JSON::writeValueAsString,
            text -> OutreachConfiguration.JSON.readValue(text, new TypeReference<>() {}));

    private final Outreach outreach;
    private final Idempotency idempotency;

    ContactsApi(Outreach outreach, Idempotency idempotency) {
        this.outreach = outreach;
        this.idempotency = idempotency;
    }

    @GetMapping
    @Operation(summary = "联系记录列表,最新的在前")
    Answer<ContactPage> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(name = "page_size", required = false) @Nullable String pageSize,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(name = "reply_status", required = false) @Nullable String replyStatus,
            @RequestParam(name = "wechat_exchanged", required = false) @Nullable String wechatExchanged,
            @RequestParam(name = "start_date", required = false) @Nullable String startDate,
            @RequestParam(name = "end_date", required = false) @Nullable String endDate) {
        ZoneId zone = actor.tenant().zone();
        Filter wish = OutreachFilters.wish(search, replyStatus, wechatExchanged, startDate, endDate, zone);
        return new Answer<>(ContactPage.of(outreach.list(actor, wish, OutreachFilters.page(page, pageSize)), zone));
    }

    @PostMapping
    @Operation(summary = "新建联系记录;相同的记录(账号、Worker、联系方式、联系时间)只保存一次")
    Answer<ContactRow> add(
            Actor actor,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody ContactForm form) {
        return idempotency.once(actor, KEY, key, "POST /api/contacts " + text(form), ROW, () -> {
            ZoneId zone = actor.tenant().zone();
            return new Answer<>(
                    switch (outreach.add(actor, OutreachFilters.draft(form, true))) {
                        case Entered.Made(OutreachRecord made) -> ContactRow.of(made, zone, true);
                        case Entered.Known(OutreachRecord first) -> ContactRow.of(first, zone, false);
                        case Entered.Declined(Problem problem) -> throw new Refused(problem);
                    });
        });
    }

    @PostMapping("/bulk")
    @Operation(summary = "批量新建,一次最多 1000 条,逐条给出结果")
    Answer<Entries> addAll(
            Actor actor,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody ContactForms forms) {
        return idempotency.once(
                actor,
                KEY,
                key,
                "POST /api/contacts/bulk " + text(forms),
                ENTRIES,
                () -> new Answer<>(enter(actor, forms)));
    }

    /** A form that is wrong by itself is refused by itself, like one that breaks a rule. */
    private Entries enter(Actor actor, ContactForms forms) {
        List<@Nullable ContactForm> all = forms.contacts() == null ? List.of() : forms.contacts();
        if (all.isEmpty() || all.size() > Outreach.MOST_AT_ONCE) {
            throw new Refused(new Problem.Invalid(
                    "contacts", all.isEmpty() ? Rule.REQUIRED : Rule.OUT_OF_RANGE, Outreach.MOST_AT_ONCE));
        }
        Map<Integer, Problem> wrong = new HashMap<>();
        List<Map<String, @Nullable Object>> drafts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            try {
                drafts.add(OutreachFilters.draft(all.get(i), true));
            } catch (Refused refused) {
                wrong.put(i, refused.problem());
            }
        }
        List<Entered> entered = drafts.isEmpty() ? List.of() : outreach.addAll(actor, drafts);
        List<Entry> entries = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < all.size(); i++) {
            Problem problem = wrong.get(i);
            entries.add(Entry.of(i, problem == null ? entered.get(next++) : new Entered.Declined(problem)));
        }
        return Entries.of(entries);
    }

    private static String text(OutreachWire sent) {
        return OutreachConfiguration.JSON.writeValueAsString(sent);
    }

    @PutMapping("/{id}")
    @Operation(summary = "修改联系记录;未提交的字段保持不变")
    Answer<ContactRow> change(Actor actor, @PathVariable String id, @RequestBody ContactForm form) {
        OutreachRecord changed = outreach.change(actor, OutreachFilters.id(id), OutreachFilters.draft(form, false));
        return new Answer<>(ContactRow.of(changed, actor.tenant().zone()));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "删除联系记录")
    Answer<Deleted> delete(Actor actor, @PathVariable String id) {
        long number = OutreachFilters.id(id);
        outreach.delete(actor, number);
        return new Answer<>(new Deleted(number));
    }
}
