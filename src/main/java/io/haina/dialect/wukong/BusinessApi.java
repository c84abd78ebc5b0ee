package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.catalog.Catalogs;
import io.haina.dialect.Sent;
import io.haina.dialect.wukong.BusinessWire.Advance;
import io.haina.dialect.wukong.BusinessWire.Group;
import io.haina.dialect.wukong.BusinessWire.Line;
import io.haina.dialect.wukong.RecordWire.Draft;
import io.haina.dialect.wukong.RecordWire.ListAsked;
import io.haina.dialect.wukong.RecordWire.Listed;
import io.haina.dialect.wukong.RecordWire.Made;
import io.haina.dialect.wukong.RecordWire.One;
import io.haina.dialect.wukong.RecordWire.Several;
import io.haina.dialect.wukong.WukongWire.Done;
import io.haina.dialect.wukong.WukongWire.Envelope;
import io.haina.dialect.wukong.WukongWire.Found;
import io.haina.field.RecordKind;
import io.haina.opportunity.Opportunities;
import io.haina.opportunity.OpportunityFields;
import io.haina.opportunity.Outcome;
import io.haina.opportunity.Pipelines;
import io.haina.opportunity.ProductLine;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The document's chapter on opportunities (商机). */
@RestController
class BusinessApi extends RecordApi {

    private final Opportunities opportunities;
    private final Pipelines pipelines;
    private final RecordFilters filters;
    private final TransactionTemplate transaction;

    BusinessApi(
            Opportunities opportunities,
            Pipelines pipelines,
            TransactionTemplate transaction,
            Catalogs catalogs,
            RecordFilters filters,
            Clock clock) {
        super(RecordKind.OPPORTUNITY, catalogs, filters, clock);
        this.opportunities = opportunities;
        this.pipelines = pipelines;
        this.filters = filters;
        this.transaction = transaction;
    }

    /**
     * An entity's {@code is_end} ends an opportunity, with 1, 2 and 3, if it has not ended so already: clients send back what
     * they were shown. A new one that names a contact at its top is linked with it.
     */
    @Operation(summary = "新增或修改商机")
    @RequestMapping("/api/CrmBusiness/addOrUpdate")
    Envelope save(Actor actor, @Sent Draft draft) {
        Long id = id(draft);
        Map<String, @Nullable Object> raw = raw(actor, draft);
        List<Map<String, @Nullable Object>> lines = lines(draft.product());
        Outcome outcome = outcome(draft.entity());
        Long made = transaction.execute(status -> {
            Outcome end = outcome == null || (id != null && hasEnded(actor, id, outcome)) ? null : outcome;
            long saved = id == null ? opportunities.add(actor, raw, lines == null ? List.of() : lines) : id;
            if (id != null) {
                opportunities.change(actor, id, raw, lines);
            } else if (draft.contactsId() != null) {
                opportunities.link(actor, saved, List.of(draft.contactsId()));
            }
            if (end != null) {
                opportunities.end(actor, saved, end, null);
            }
            return saved;
        });
        return id == null ? new Found<>(new Made(made)) : new Done();
    }

    private boolean hasEnded(Actor actor, long id, Outcome outcome) {
        return outcome.key().equals(opportunities.get(actor, id).text(OpportunityFields.OUTCOME));
    }

    private static @Nullable Outcome outcome(@Nullable JsonNode entity) {
        JsonNode end =
                entity == null ? null : entity.get("is_end") == null ? entity.get("isEnd") : entity.get("is_end");
        String number = WukongFilters.scalar("isEnd", end);
        return number == null || number.isBlank() ? null : outcome(number);
    }

    private static @Nullable Outcome outcome(String number) {
        if (!EndNames.isOne(number)) {
            throw Refused.invalid("isEnd", Rule.NOT_A_CHOICE);
        }
        return EndNames.of(number).orElse(null);
    }

    private static @Nullable List<Map<String, @Nullable Object>> lines(@Nullable JsonNode product) {
        if (product == null || product.isNull()) {
            return null;
        }
        if (!product.isArray()) {
            throw Refused.invalid("product", Rule.WRONG_TYPE);
        }
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        for (JsonNode each : product) {
            Map<String, @Nullable Object> line = new LinkedHashMap<>();
            for (String name : List.of("productId", "price", "salesPrice", "num", "discount", "unit")) {
                line.put(name, WukongFilters.scalar(name, each.get(name)));
            }
            lines.add(line);
        }
        return lines;
    }

    /** The money of all that the wish finds stands beside the page. */
    @Operation(summary = "商机列表及金额合计")
    @RequestMapping("/api/CrmBusiness/queryPageList")
    Found<Listed> list(Actor actor, @Sent ListAsked asked) {
        BigDecimal sum =
                opportunities.sum(actor, filters.wish(actor, RecordKind.OPPORTUNITY, asked), OpportunityFields.MONEY);
        Listed page = listed(actor, asked, opportunities::list);
        return new Found<>(page.with(Map.of("businessSumMoney", String.valueOf(WukongNames.money(sum)))));
    }

    @Operation(summary = "商机详情")
    @RequestMapping("/api/CrmBusiness/queryById")
    Found<Map<String, @Nullable Object>> get(Actor actor, @Sent One one) {
        return new Found<>(detailed(actor, opportunities.get(actor, id(one))));
    }

    @Operation(summary = "商机批量转移")
    @RequestMapping({"/api/CrmBusiness/transfer", "/api/CrmBusiness/changeOwnerUser"})
    Done moveTo(Actor actor, @Sent Several several) {
        opportunities.moveTo(
                actor,
                RecordFilters.ids(several),
                WukongFilters.required("newOwnerUserId", several.newOwnerUserId()),
                MemberNames.staying(several.transferType(), several.power()));
        return new Done();
    }

    @Operation(summary = "商机批量删除")
    @RequestMapping("/api/CrmBusiness/deleteByIds")
    Done delete(Actor actor, @Sent Several several) {
        opportunities.delete(actor, RecordFilters.ids(several));
        return new Done();
    }

    /** Another stage, or an end. */
    @Operation(summary = "推进商机阶段,或赢单、输单、无效")
    @RequestMapping("/api/CrmBusiness/boostBusinessStatus")
    Done advance(Actor actor, @Sent Advance advance) {
        long id = WukongFilters.required("businessId", advance.businessId());
        Outcome outcome =
                advance.isEnd() == null ? null : outcome(advance.isEnd().toString());
        if (outcome != null) {
            opportunities.end(actor, id, outcome, advance.statusRemark());
        } else {
            opportunities.advance(
                    actor, id, WukongFilters.required("statusId", advance.statusId()), advance.statusRemark());
        }
        return new Done();
    }

    /** The groups of stages, with their stages. */
    @Operation(summary = "商机状态组与阶段")
    @RequestMapping("/api/CrmBusiness/queryBusinessStatus")
    Found<List<Group>> groups(Actor actor) {
        return new Found<>(pipelines.of(actor).stream().map(Group::of).toList());
    }

    /** What an opportunity would sell. */
    @Operation(summary = "商机的产品")
    @RequestMapping("/api/CrmBusiness/queryProduct")
    Found<List<Line>> products(Actor actor, @Sent One one) {
        return new Found<>(opportunities.products(actor, id(one)).stream()
                .map(BusinessApi::line)
                .toList());
    }

    private static Line line(ProductLine line) {
        return new Line(
                line.productId(),
                line.productName(),
                WukongNames.money(line.price()),
                WukongNames.money(line.salesPrice()),
                line.num().stripTrailingZeros().toPlainString(),
                WukongNames.money(line.discount()),
                WukongNames.money(line.subtotal()),
                line.unit());
    }
}
