package io.haina.dialect.registration;

import io.haina.access.Actor;
import io.haina.activity.Activities;
import io.haina.activity.ActivityDraft;
import io.haina.attachment.Attachments;
import io.haina.customer.Customer;
import io.haina.customer.CustomerDraft;
import io.haina.customer.CustomerStatus;
import io.haina.customer.Customers;
import io.haina.dialect.Inputs;
import io.haina.dialect.registration.CustomersWire.AttachmentRow;
import io.haina.dialect.registration.CustomersWire.Checked;
import io.haina.dialect.registration.CustomersWire.Conflict;
import io.haina.dialect.registration.CustomersWire.CustomerPage;
import io.haina.dialect.registration.CustomersWire.CustomerState;
import io.haina.dialect.registration.CustomersWire.CustomerView;
import io.haina.dialect.registration.CustomersWire.Detail;
import io.haina.dialect.registration.CustomersWire.Followup;
import io.haina.dialect.registration.CustomersWire.FollowupRow;
import io.haina.dialect.registration.CustomersWire.Made;
import io.haina.dialect.registration.CustomersWire.Report;
import io.haina.dialect.registration.CustomersWire.ReportedCustomer;
import io.haina.dialect.registration.CustomersWire.StatusChange;
import io.haina.dialect.registration.RegistrationWire.Done;
import io.haina.dialect.registration.RegistrationWire.Found;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Document 000, customers: the look for duplicates, the report, lists, detail, follow-ups and status. */
@RestController
@RequestMapping("/api/customers")
@Tag(name = "customers", description = "客户报备与跟进")
class CustomersApi {

    private final Customers customers;
    private final Activities activities;
    private final Attachments attachments;

    CustomersApi(Customers customers, Activities activities, Attachments attachments) {
        this.customers = customers;
        this.activities = activities;
        this.attachments = attachments;
    }

    @GetMapping("/check-duplicate")
    @Operation(summary = "查重:完全重复(exact)或相似(similar)")
    Checked checkDuplicate(Actor actor, @RequestParam(name = "customer_name", required = false) @Nullable String name) {
        String wanted = RegistrationFilters.required("customer_name", Inputs.text("customer_name", name));
        return customers
                .check(actor, wanted)
                .map(duplicate -> new Checked(
                        true,
                        true,
                        duplicate.exact() ? "exact" : "similar",
                        Conflict.of(duplicate, actor.tenant().zone()),
                        duplicate.exact() ? "发现完全重复的客户" : "发现相似客户"))
                .orElseGet(() -> new Checked(true, false, null, null, "未发现重复客户,可以报备"));
    }

    @PostMapping
    @Operation(summary = "报备客户")
    Done<ReportedCustomer> report(Actor actor, @RequestBody Report report) {
        CustomerDraft draft = new CustomerDraft(
                report.customerName(),
                report.industry(),
                report.region(),
                report.source(),
                report.demandDescription(),
                report.contactPerson(),
                report.contactPhone());
        return new Done<>(
                "客户报备成功",
                ReportedCustomer.of(
                        customers.report(actor, draft), actor.tenant().zone()));
    }

    @GetMapping
    @Operation(summary = "客户列表:本人的;主管看团队的;管理员看全部")
    Found<CustomerPage> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String keyword,
            @RequestParam(required = false) @Nullable String industry,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String limit) {
        Filter wish = RegistrationFilters.customers(status, keyword, industry, region, source);
        return new Found<>(CustomerPage.of(
                customers.list(actor, wish, RegistrationFilters.page(page, limit, 10)),
                actor.tenant().zone()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "客户详情,含跟进记录与附件")
    Found<Detail> detail(Actor actor, @PathVariable String id) {
        UUID uuid = Inputs.uuid("id", id);
        ZoneId zone = actor.tenant().zone();
        Customer customer = customers.get(actor, uuid);
        return new Found<>(new Detail(
                CustomerView.of(customer, zone),
                activities.of(actor, uuid).stream()
                        .map(activity -> FollowupRow.of(activity, zone))
                        .toList(),
                attachments.of(actor, RecordKind.CUSTOMER, uuid).stream()
                        .map(attachment -> AttachmentRow.of(uuid, attachment, zone))
                        .toList()));
    }

    @PostMapping("/followup")
    @Operation(summary = "添加跟进记录")
    Done<Made> followup(Actor actor, @RequestBody Followup followup) {
        ActivityDraft draft = new ActivityDraft(
                Inputs.uuid("customer_id", followup.customerId()),
                RegistrationNames.activityKind(Inputs.text("followup_type", followup.followupType())),
                followup.content(),
                followup.nextPlan());
        return new Done<>("跟进记录添加成功", new Made(activities.add(actor, draft)));
    }

    @PatchMapping("/{id}/status")
    @Operation(summary = "修改客户状态:following、won、lost")
    Done<CustomerState> changeStatus(Actor actor, @PathVariable String id, @RequestBody StatusChange change) {
        UUID uuid = Inputs.uuid("id", id);
        CustomerStatus status = RegistrationNames.status(Inputs.text("status", change.status()));
        customers.changeStatus(actor, uuid, status);
        return new Done<>("客户状态更新成功", new CustomerState(uuid, status.key()));
    }
}
