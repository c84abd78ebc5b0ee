package io.haina.dialect.registration;

import io.haina.access.Actor;
import io.haina.approval.ApprovalDraft;
import io.haina.approval.Approvals;
import io.haina.dialect.Inputs;
import io.haina.dialect.registration.ApprovalsWire.ApprovalPage;
import io.haina.dialect.registration.ApprovalsWire.Decision;
import io.haina.dialect.registration.ApprovalsWire.Filed;
import io.haina.dialect.registration.ApprovalsWire.Outcome;
import io.haina.dialect.registration.ApprovalsWire.Wish;
import io.haina.dialect.registration.RegistrationWire.Done;
import io.haina.dialect.registration.RegistrationWire.Found;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Document 000, approvals. */
@RestController
@RequestMapping("/api/approvals")
@Tag(name = "approvals", description = "审批")
class ApprovalsApi {

    private final Approvals approvals;

    ApprovalsApi(Approvals approvals) {
        this.approvals = approvals;
    }

    @PostMapping
    @Operation(summary = "提交审批申请:extension 延期、transfer 转移")
    Done<Filed> file(Actor actor, @RequestBody Wish wish) {
        ApprovalDraft draft = new ApprovalDraft(
                wish.type(), Inputs.uuid("customer_id", wish.customerId()), wish.reason(), wish.extensionDays());
        return new Done<>("审批申请已提交", new Filed(approvals.file(actor, draft)));
    }

    @GetMapping("/my")
    @Operation(summary = "我提交的审批")
    Found<ApprovalPage> mine(
            Actor actor,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String limit) {
        return new Found<>(ApprovalPage.of(
                approvals.mine(actor, RegistrationFilters.page(page, limit, 20)),
                actor.tenant().zone()));
    }

    @GetMapping("/pending")
    @Operation(summary = "待处理的审批(主管、管理员)")
    Found<ApprovalPage> pending(
            Actor actor,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String limit) {
        return new Found<>(ApprovalPage.of(
                approvals.pending(actor, RegistrationFilters.page(page, limit, 20)),
                actor.tenant().zone()));
    }

    @PostMapping("/{id}/process")
    @Operation(summary = "处理审批:approved 批准、rejected 拒绝(主管、管理员)")
    Done<Outcome> process(Actor actor, @PathVariable String id, @RequestBody Decision decision) {
        UUID uuid = Inputs.uuid("id", id);
        boolean approve = RegistrationNames.approves(Inputs.text("status", decision.status()));
        return new Done<>(
                approve ? "审批已批准" : "审批已拒绝",
                Outcome.of(
                        approvals.decide(actor, uuid, approve, decision.resultComment()),
                        actor.tenant().zone()));
    }
}
