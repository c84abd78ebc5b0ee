package io.haina.dialect.eartip;

import io.haina.access.Actor;
import io.haina.customer.CustomerBatches;
import io.haina.customer.CustomerFields;
import io.haina.customer.CustomerRecordFields;
import io.haina.customer.CustomerRecords;
import io.haina.customer.KnownCustomers;
import io.haina.dialect.Sent;
import io.haina.dialect.eartip.CustomerWire.Organization;
import io.haina.dialect.eartip.CustomerWire.OrganizationWish;
import io.haina.dialect.eartip.EartipWire.Listed;
import io.haina.dialect.eartip.EartipWire.Made;
import io.haina.dialect.eartip.EartipWire.MadeId;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Document 001, organizations: the companies that customers belong to, the core's customers. It shows the list only. */
@RestController
@Tag(name = "organization", description = "客户单位")
class OrganizationApi {

    private final KnownCustomers known;
    private final CustomerRecords customers;
    private final CustomerBatches batches;

    OrganizationApi(KnownCustomers known, CustomerRecords customers, CustomerBatches batches) {
        this.known = known;
        this.customers = customers;
        this.batches = batches;
    }

    @GetMapping("/api/customers/organization")
    @Operation(summary = "客户单位列表;status: 0 已删除,1 正常,2 全部(默认)")
    Listed<Organization> list(Actor actor, @Sent CustomerWire.Organizations asked) {
        String status = asked.status() == null ? "" : asked.status().strip();
        Boolean deleted = switch (status) {
            case "", "2" -> null;
            case "0" -> true;
            case "1" -> false;
            default -> throw Refused.invalid("status", Rule.NOT_A_CHOICE);
        };
        String words = EartipFilters.words(asked.name());
        return Listed.of(known.list(actor, words, deleted, EartipFilters.page(asked.page(), asked.count()))
                .map(each -> Organization.of(each, actor.tenant().zone())));
    }

    @PostMapping("/api/customers/organization")
    @Operation(summary = "新建单位(不传 id)、修改单位(传 id)、删除单位(status 为 0)")
    Made<MadeId> save(Actor actor, @Sent OrganizationWish wish) {
        Boolean kept = EartipFilters.flag("status", wish.status());
        Long id = wish.id();
        if (id == null) {
            if (Boolean.FALSE.equals(kept)) {
                throw Refused.invalid("id", Rule.REQUIRED);
            }
            EartipFilters.required("groupName", wish.groupName());
            return new Made<>(new MadeId(customers.add(actor, raw(wish))), "操作成功");
        }
        if (Boolean.FALSE.equals(kept)) {
            batches.delete(actor, List.of(id));
            return new Made<>(new MadeId(id), "删除成功");
        }
        Map<String, @Nullable Object> raw = raw(wish);
        if (raw.isEmpty()) {
            customers.get(actor, id);
        } else {
            customers.change(actor, id, raw);
        }
        return new Made<>(new MadeId(id), "操作成功");
    }

    private static Map<String, @Nullable Object> raw(OrganizationWish wish) {
        Map<String, @Nullable Object> raw = new HashMap<>();
        EartipNames.put(raw, CustomerFields.NAME, wish.groupName());
        EartipNames.put(raw, CustomerRecordFields.REMARK, wish.groupDetail());
        EartipNames.put(raw, CustomerRecordFields.CATEGORY, wish.type());
        return raw;
    }
}
