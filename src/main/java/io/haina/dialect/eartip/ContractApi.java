package io.haina.dialect.eartip;

import io.haina.access.Actor;
import io.haina.contract.Contract;
import io.haina.contract.Contracts;
import io.haina.contract.Signings;
import io.haina.dialect.Numbers;
import io.haina.dialect.Sent;
import io.haina.dialect.eartip.ContractWire.Draft;
import io.haina.dialect.eartip.ContractWire.MadeContract;
import io.haina.dialect.eartip.ContractWire.Named;
import io.haina.dialect.eartip.ContractWire.Row;
import io.haina.dialect.eartip.ContractWire.Signed;
import io.haina.dialect.eartip.ContractWire.Wanted;
import io.haina.dialect.eartip.EartipFilters.Window;
import io.haina.dialect.eartip.EartipWire.Done;
import io.haina.dialect.eartip.EartipWire.Envelope;
import io.haina.dialect.eartip.EartipWire.Listed;
import io.haina.dialect.eartip.EartipWire.Made;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.staff.Profile;
import io.haina.staff.Profiles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Document 001, contracts (合同) and what was signed. */
@RestController
@Tag(name = "contract", description = "合同与签约统计")
class ContractApi {

    private static final String DONE = "操作成功";

    private final Contracts contracts;
    private final Profiles profiles;
    private final Clock clock;

    ContractApi(Contracts contracts, Profiles profiles, Clock clock) {
        this.contracts = contracts;
        this.profiles = profiles;
        this.clock = clock;
    }

    @GetMapping("/api/contract/contract")
    @Operation(summary = "合同列表,按签约时间由新到旧;默认一年内")
    Listed<Row> list(Actor actor, @Sent Wanted wanted) {
        Window window = window(actor, wanted, EartipFilters.YEAR);
        Page page = EartipFilters.page(wanted.page(), wanted.count());
        Slice<Contract> found =
                contracts.list(actor, organizations(wanted.organizations()), window.from(), until(window), page);
        Map<Long, Profile> people = profiles.byIds(actor, people(found));
        return Listed.of(found.map(each -> Row.of(each, people, actor.tenant().zone())));
    }

    @PostMapping("/api/contract/contract")
    @Operation(summary = "新建合同;带 contract_id 时为修改")
    Envelope save(Actor actor, @Sent Draft draft) {
        Map<String, Object> raw = ContractNames.raw(draft);
        List<Long> followers =
                draft.followers() == null ? null : draft.followers().values();
        if (draft.id() != null) {
            contracts.change(actor, draft.id(), raw, followers);
            return new Done(DONE);
        }
        return new Made<>(new MadeContract(contracts.add(actor, raw, followers == null ? List.of() : followers)), DONE);
    }

    @RequestMapping(
            path = "/api/contract/delcontract",
            method = {RequestMethod.POST, RequestMethod.DELETE, RequestMethod.GET})
    @Operation(summary = "删除合同")
    Done delete(Actor actor, @Sent Named named) {
        contracts.delete(actor, EartipFilters.required("contract_id", named.id()));
        return new Done("删除成功");
    }

    @GetMapping("/api/stats/sign")
    @Operation(summary = "各客户单位的签约金额与次数;默认一周内")
    Listed<Signed> signed(Actor actor, @Sent Wanted wanted) {
        Window window = window(actor, wanted, EartipFilters.WEEK);
        Page page = EartipFilters.page(wanted.page(), wanted.count());
        Slice<Signings> found =
                contracts.signings(actor, organizations(wanted.organizations()), window.from(), until(window), page);
        return Listed.of(found.map(each -> Signed.of(each, actor.tenant().zone())));
    }

    private Window window(Actor actor, Wanted wanted, Period usual) {
        return EartipFilters.window(actor, clock.instant(), wanted.start(), wanted.end(), usual);
    }

    /** The core's times end before their end. */
    private static Instant until(Window window) {
        return window.to().plus(1, ChronoUnit.MICROS);
    }

    private static Set<Long> organizations(@Nullable Numbers sent) {
        return sent == null ? Set.of() : Set.copyOf(sent.values());
    }

    private static Set<Long> people(Slice<Contract> contracts) {
        return contracts.rows().stream()
                .flatMap(each -> Stream.concat(each.followers().stream(), Stream.of(each.creator(), each.editor())))
                .collect(Collectors.toSet());
    }
}
