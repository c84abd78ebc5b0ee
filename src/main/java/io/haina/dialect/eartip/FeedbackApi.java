package io.haina.dialect.eartip;

import io.haina.access.Actor;
import io.haina.contact.ContactFields;
import io.haina.contact.Contacts;
import io.haina.dialect.Sent;
import io.haina.dialect.eartip.EartipFilters.Window;
import io.haina.dialect.eartip.EartipWire.Done;
import io.haina.dialect.eartip.EartipWire.Envelope;
import io.haina.dialect.eartip.EartipWire.Listed;
import io.haina.dialect.eartip.EartipWire.Made;
import io.haina.dialect.eartip.FeedbackWire.Customer;
import io.haina.dialect.eartip.FeedbackWire.Feedback;
import io.haina.dialect.eartip.FeedbackWire.FeedbackDraft;
import io.haina.dialect.eartip.FeedbackWire.MadeFeedback;
import io.haina.dialect.eartip.FeedbackWire.NamedFeedback;
import io.haina.dialect.eartip.FeedbackWire.WantedFeedback;
import io.haina.feedback.Satisfaction;
import io.haina.feedback.SatisfactionFields;
import io.haina.feedback.Satisfactions;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.record.Row;
import io.haina.staff.Profile;
import io.haina.staff.Profiles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Document 001, satisfaction (满意度). */
@RestController
@Tag(name = "feedback", description = "满意度")
class FeedbackApi {

    private static final String DONE = "录入成功";

    private final Satisfactions satisfactions;
    private final Contacts contacts;
    private final Profiles profiles;
    private final Clock clock;

    FeedbackApi(Satisfactions satisfactions, Contacts contacts, Profiles profiles, Clock clock) {
        this.satisfactions = satisfactions;
        this.contacts = contacts;
        this.profiles = profiles;
        this.clock = clock;
    }

    @GetMapping("/api/feedback/satisfy")
    @Operation(summary = "客户的满意度,由新到旧;默认一周内")
    Listed<Feedback> list(Actor actor, @Sent WantedFeedback wanted) {
        long customer = EartipFilters.required("customers_id", wanted.customer());
        Window window = EartipFilters.window(actor, clock.instant(), wanted.start(), wanted.end(), EartipFilters.WEEK);
        Page page = EartipFilters.page(wanted.page(), wanted.count());
        Slice<Satisfaction> found =
                satisfactions.of(actor, customer, window.from(), window.to().plus(1, ChronoUnit.MICROS), page);
        Customer shown = customer(contacts.get(actor, customer));
        Map<Long, Profile> people = profiles.byIds(
                actor,
                found.rows().stream()
                        .flatMap(each -> Stream.concat(Stream.of(each.operator()), each.staff().stream()))
                        .collect(Collectors.toSet()));
        return Listed.of(found.map(
                each -> Feedback.of(each, shown, people, actor.tenant().zone())));
    }

    private static Customer customer(Row contact) {
        return new Customer(
                EartipNames.text(contact.text(ContactFields.NICKNAME)),
                EartipNames.text(contact.text(ContactFields.NAME)),
                EartipNames.text(contact.text(ContactFields.CUSTOMER_NAME)));
    }

    @PostMapping("/api/feedback/satisfy")
    @Operation(summary = "录入满意度(-10~10);带 satisfy_id 时为修改")
    Envelope save(Actor actor, @Sent FeedbackDraft draft) {
        Map<String, Object> raw = new HashMap<>();
        raw.put(SatisfactionFields.CONTACT_ID, ContractNames.required("customers_id", draft.customer()));
        raw.put(SatisfactionFields.RECORDED_AT, ContractNames.required("record_time", draft.time()));
        ContractNames.put(raw, SatisfactionFields.VALUE, draft.value());
        ContractNames.put(raw, SatisfactionFields.ATTACHMENT, draft.attach());
        ContractNames.put(raw, SatisfactionFields.NOTE, draft.note());
        List<Long> followers =
                draft.followers() == null ? null : draft.followers().values();
        if (draft.id() != null) {
            satisfactions.change(actor, draft.id(), raw, followers);
            return new Done(DONE);
        }
        return new Made<>(
                new MadeFeedback(satisfactions.add(actor, raw, followers == null ? List.of() : followers)), DONE);
    }

    @RequestMapping(
            path = "/api/feedback/delsatisfy",
            method = {RequestMethod.POST, RequestMethod.DELETE, RequestMethod.GET})
    @Operation(summary = "删除满意度记录")
    Done delete(Actor actor, @Sent NamedFeedback named) {
        satisfactions.delete(actor, EartipFilters.required("satisfy_id", named.id()));
        return new Done("删除成功");
    }
}
