package io.haina.dialect.eartip;

import io.haina.access.Actor;
import io.haina.dialect.Sent;
import io.haina.dialect.eartip.EartipWire.Found;
import io.haina.dialect.eartip.EartipWire.Listed;
import io.haina.dialect.eartip.HandoverWire.Made;
import io.haina.dialect.eartip.HandoverWire.Order;
import io.haina.dialect.eartip.HandoverWire.Preview;
import io.haina.dialect.eartip.HandoverWire.Undo;
import io.haina.dialect.eartip.HandoverWire.Wish;
import io.haina.handover.HandoverDraft;
import io.haina.handover.Handovers;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Beside document 001, which knows that people resign, but not what becomes of what they held. */
@RestController
@Tag(name = "handover", description = "离职交接")
class HandoverApi {

    private final Handovers handovers;

    HandoverApi(Handovers handovers) {
        this.handovers = handovers;
    }

    @GetMapping("/api/user/handover")
    @Operation(summary = "交接预览:该员工名下各类数据的数量")
    Found<Preview> preview(Actor actor, @Sent Wish wish) {
        return new Found<>(Preview.of(handovers.preview(actor, EartipFilters.required("user_id", wish.userId()))));
    }

    @PostMapping("/api/user/handover")
    @Operation(summary = "交接:名下数据一次移交给 to_user_id,或移入公海 pool_id;disable 为 1 时同时停用账号")
    EartipWire.Made<Made> handOver(Actor actor, @Sent Order order) {
        HandoverDraft draft = new HandoverDraft(
                EartipFilters.required("user_id", order.userId()),
                order.toUserId(),
                order.poolId(),
                isOn("disable", order.disable()));
        return new EartipWire.Made<>(Made.of(actor, handovers.handOver(actor, draft)), "交接成功");
    }

    @PostMapping("/api/user/handover/undo")
    @Operation(summary = "撤销交接:归还此后未再变更归属的数据")
    EartipWire.Made<Made> undo(Actor actor, @Sent Undo undo) {
        long handover = EartipFilters.required("handover_id", undo.handoverId());
        return new EartipWire.Made<>(Made.of(actor, handovers.undo(actor, handover)), "撤销成功");
    }

    @GetMapping("/api/user/handovers")
    @Operation(summary = "交接记录")
    Listed<Made> list(Actor actor, @Sent Wish wish) {
        return Listed.of(handovers
                .list(actor, EartipFilters.page(wish.page(), wish.count()))
                .map(made -> Made.of(actor, made)));
    }

    private static boolean isOn(String name, @Nullable Integer flag) {
        if (flag != null && flag != 0 && flag != 1) {
            throw Refused.invalid(name, Rule.NOT_A_CHOICE);
        }
        return flag != null && flag == 1;
    }
}
