package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.dialect.Sent;
import io.haina.dialect.wukong.MemberWire.Change;
import io.haina.dialect.wukong.MemberWire.Shown;
import io.haina.dialect.wukong.MemberWire.Starred;
import io.haina.dialect.wukong.RecordWire.One;
import io.haina.dialect.wukong.WukongWire.Done;
import io.haina.dialect.wukong.WukongWire.Found;
import io.haina.field.RecordKind;
import io.haina.sharing.Member;
import io.haina.sharing.Members;
import io.haina.sharing.Stars;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who works on a customer or an opportunity beside its owner (团队成员), and what each person has marked with a star. */
@RestController
@Tag(name = "members", description = "团队成员与关注")
class MembersApi {

    private final Members members;
    private final Stars stars;

    MembersApi(Members members, Stars stars) {
        this.members = members;
        this.stars = stars;
    }

    @RequestMapping("/api/CrmCustomer/getMembers")
    @Operation(summary = "团队成员")
    Found<List<Shown>> ofCustomer(Actor actor, @Sent One one) {
        return shown(actor, RecordKind.CUSTOMER, one.customerId(), one.id());
    }

    @RequestMapping("/api/CrmBusiness/getMembers")
    @Operation(summary = "团队成员")
    Found<List<Shown>> ofBusiness(Actor actor, @Sent One one) {
        return shown(actor, RecordKind.OPPORTUNITY, one.businessId(), one.id());
    }

    private Found<List<Shown>> shown(Actor actor, RecordKind kind, @Nullable Long own, @Nullable Long id) {
        long record = WukongFilters.required(RecordNames.id(kind), own == null ? id : own);
        return new Found<>(
                members.of(actor, kind, record).stream().map(MembersApi::shown).toList());
    }

    private static Shown shown(Member member) {
        return new Shown(
                member.staffId(),
                member.name(),
                member.department(),
                member.owner() ? "负责人权限" : member.power() == io.haina.sharing.Power.WRITE ? "读写" : "只读",
                member.owner() ? "负责人" : "普通成员");
    }

    @RequestMapping("/api/CrmCustomer/addMembers")
    @Operation(summary = "添加团队成员")
    Done addToCustomers(Actor actor, @Sent Change change) {
        return add(actor, RecordKind.CUSTOMER, change);
    }

    @RequestMapping("/api/CrmBusiness/addMembers")
    @Operation(summary = "添加团队成员")
    Done addToBusinesses(Actor actor, @Sent Change change) {
        return add(actor, RecordKind.OPPORTUNITY, change);
    }

    private Done add(Actor actor, RecordKind kind, Change change) {
        members.add(
                actor,
                kind,
                RecordFilters.ids("ids", change.ids()),
                RecordFilters.ids("memberIds", change.memberIds()),
                MemberNames.power(change.power()));
        return new Done();
    }

    @RequestMapping("/api/CrmCustomer/updateMembers")
    @Operation(summary = "修改团队成员的权限")
    Done changeOfCustomers(Actor actor, @Sent Change change) {
        return change(actor, RecordKind.CUSTOMER, change);
    }

    @RequestMapping("/api/CrmBusiness/updateMembers")
    @Operation(summary = "修改团队成员的权限")
    Done changeOfBusinesses(Actor actor, @Sent Change change) {
        return change(actor, RecordKind.OPPORTUNITY, change);
    }

    private Done change(Actor actor, RecordKind kind, Change change) {
        members.change(
                actor,
                kind,
                RecordFilters.ids("ids", change.ids()),
                RecordFilters.ids("memberIds", change.memberIds()),
                MemberNames.power(change.power()));
        return new Done();
    }

    @RequestMapping("/api/CrmCustomer/deleteMembers")
    @Operation(summary = "移除团队成员")
    Done takeOffCustomers(Actor actor, @Sent Change change) {
        return remove(actor, RecordKind.CUSTOMER, change);
    }

    @RequestMapping("/api/CrmBusiness/deleteMembers")
    @Operation(summary = "移除团队成员")
    Done takeOffBusinesses(Actor actor, @Sent Change change) {
        return remove(actor, RecordKind.OPPORTUNITY, change);
    }

    private Done remove(Actor actor, RecordKind kind, Change change) {
        members.remove(
                actor,
                kind,
                RecordFilters.ids("ids", change.ids()),
                RecordFilters.ids("memberIds", change.memberIds()));
        return new Done();
    }

    /** Sets a star, or takes it away. */
    @RequestMapping("/api/CrmLeads/star")
    @Operation(summary = "关注或取消关注线索")
    Done starLead(Actor actor, @Sent Starred starred) {
        return star(actor, RecordKind.LEAD, starred);
    }

    /** As of leads. */
    @RequestMapping("/api/CrmCustomer/star")
    @Operation(summary = "关注或取消关注客户")
    Done starCustomer(Actor actor, @Sent Starred starred) {
        return star(actor, RecordKind.CUSTOMER, starred);
    }

    /** As of leads. */
    @RequestMapping("/api/CrmContacts/star")
    @Operation(summary = "关注或取消关注联系人")
    Done starContact(Actor actor, @Sent Starred starred) {
        return star(actor, RecordKind.CONTACT, starred);
    }

    /** As of leads. */
    @RequestMapping("/api/CrmBusiness/star")
    @Operation(summary = "关注或取消关注商机")
    Done starOpportunity(Actor actor, @Sent Starred starred) {
        return star(actor, RecordKind.OPPORTUNITY, starred);
    }

    private Done star(Actor actor, RecordKind ofPath, Starred starred) {
        Long id = Stream.of(
                        starred.leadsId(),
                        starred.customerId(),
                        starred.contactsId(),
                        starred.businessId(),
                        starred.id())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        stars.toggle(actor, kind(ofPath, starred), WukongFilters.required("id", id));
        return new Done();
    }

    /** The record comes by its kind's own name; or as an id, with the kind's number or of the kind of the path. */
    private static RecordKind kind(RecordKind ofPath, Starred starred) {
        if (starred.leadsId() != null) {
            return RecordKind.LEAD;
        }
        if (starred.customerId() != null) {
            return RecordKind.CUSTOMER;
        }
        if (starred.contactsId() != null) {
            return RecordKind.CONTACT;
        }
        if (starred.businessId() != null) {
            return RecordKind.OPPORTUNITY;
        }
        return starred.type() == null ? ofPath : RecordNames.kind("type", starred.type());
    }
}
