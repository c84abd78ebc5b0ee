package io.haina.access;

import static io.haina.tenant.Role.ADMIN;
import static io.haina.tenant.Role.SALES;
import static io.haina.tenant.Role.SALES_MANAGER;

import io.haina.tenant.Role;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Everything that can be done, by whom and how far: the whole policy in one table, kept as access.txt in the tests. */
public enum UseCase {
    CUSTOMER_LIST(Breadth.HELD, Role.values()),
    CUSTOMER_READ(Breadth.HELD_OR_POOL, Role.values()),
    CUSTOMER_CHECK(Breadth.TENANT, Role.values()),
    CUSTOMER_REPORT(Breadth.OWN, Role.values()),
    CUSTOMER_CHANGE(Breadth.HELD_OR_WRITING_MEMBER, Role.values()),
    CUSTOMER_STATUS(Breadth.HELD, Role.values()),
    CUSTOMER_DELETE(Breadth.HELD, Role.values()),
    CUSTOMER_BROWSE(Breadth.HELD_OR_MEMBER, Role.values()),
    CUSTOMER_LOOK(Breadth.HELD_OR_MEMBER_OR_POOL, Role.values()),
    CUSTOMER_LOCK(Breadth.HELD, Role.values()),
    CUSTOMER_TRANSFER(Breadth.HELD, Role.values()),
    CUSTOMER_DEAL(Breadth.HELD_OR_WRITING_MEMBER, Role.values()),
    EXTERNAL_LIST(Breadth.TENANT, ADMIN),
    EXTERNAL_READ(Breadth.TENANT, ADMIN),
    EXTERNAL_ADD(Breadth.TENANT, ADMIN),
    EXTERNAL_CHANGE(Breadth.TENANT, ADMIN),
    EXTERNAL_DELETE(Breadth.TENANT, ADMIN),
    EXTERNAL_FIELDS(Breadth.TENANT, ADMIN),
    MEMBER_READ(Breadth.HELD_OR_MEMBER, Role.values()),
    MEMBER_CHANGE(Breadth.HELD, Role.values()),
    MEMBER_LEAVE(Breadth.OWN, Role.values()),
    STAR_CUSTOMER(Breadth.HELD_OR_MEMBER_OR_POOL, Role.values()),
    STAR_SHARED(Breadth.HELD_OR_MEMBER, Role.values()),
    STAR_HELD(Breadth.HELD, Role.values()),
    ACTIVITY_READ(Breadth.HELD_OR_POOL, Role.values()),
    ACTIVITY_ADD(Breadth.HELD, Role.values()),
    ATTACHMENT_OF_CUSTOMER(Breadth.HELD_OR_MEMBER_OR_POOL, Role.values()),
    ATTACHMENT_READ(Breadth.HELD_OR_MEMBER, Role.values()),
    ATTACHMENT_ADD(Breadth.HELD_OR_WRITING_MEMBER, Role.values()),
    ATTACHMENT_DELETE(Breadth.HELD_OR_WRITING_MEMBER, Role.values()),
    OWNERSHIP_HISTORY(Breadth.HELD_OR_POOL, Role.values()),
    POOL_LIST(Breadth.POOL, Role.values()),
    POOL_CLAIM(Breadth.POOL, Role.values()),
    POOL_RELEASE(Breadth.HELD, Role.values()),
    POOL_MY_CLAIMS(Breadth.OWN, Role.values()),
    POOL_DISTRIBUTE(Breadth.POOL, SALES_MANAGER, ADMIN),
    POOL_RECIPIENT(Breadth.HELD, SALES_MANAGER, ADMIN),
    POOL_NAMES(Breadth.TENANT, Role.values()),
    POOL_RULES(Breadth.TENANT, ADMIN),
    APPROVAL_FILE(Breadth.OWN, Role.values()),
    APPROVAL_MINE(Breadth.OWN, Role.values()),
    APPROVAL_PENDING(Breadth.HELD, SALES_MANAGER, ADMIN),
    APPROVAL_DECIDE(Breadth.HELD, SALES_MANAGER, ADMIN),
    LEAD_LIST(Breadth.HELD, Role.values()),
    LEAD_READ(Breadth.HELD, Role.values()),
    LEAD_ADD(Breadth.OWN, Role.values()),
    LEAD_CHANGE(Breadth.HELD, Role.values()),
    LEAD_DELETE(Breadth.HELD, Role.values()),
    LEAD_TRANSFER(Breadth.HELD, Role.values()),
    LEAD_CONVERT(Breadth.HELD, Role.values()),
    CUSTOMER_LINK(Breadth.HELD_OR_MEMBER, Role.values()),
    CONTACT_LIST(Breadth.HELD, Role.values()),
    CONTACT_READ(Breadth.HELD, Role.values()),
    CONTACT_OF_RECORD(Breadth.TENANT, Role.values()),
    CONTACT_ADD(Breadth.OWN, Role.values()),
    CONTACT_CHANGE(Breadth.HELD, Role.values()),
    CONTACT_DELETE(Breadth.HELD, Role.values()),
    CONTACT_TRANSFER(Breadth.HELD, Role.values()),
    OPPORTUNITY_LIST(Breadth.HELD_OR_MEMBER, Role.values()),
    OPPORTUNITY_READ(Breadth.HELD_OR_MEMBER, Role.values()),
    OPPORTUNITY_ADD(Breadth.OWN, Role.values()),
    OPPORTUNITY_CHANGE(Breadth.HELD_OR_WRITING_MEMBER, Role.values()),
    OPPORTUNITY_ADVANCE(Breadth.HELD_OR_WRITING_MEMBER, Role.values()),
    OPPORTUNITY_DELETE(Breadth.HELD, Role.values()),
    OPPORTUNITY_TRANSFER(Breadth.HELD, Role.values()),
    PIPELINE_READ(Breadth.TENANT, Role.values()),
    PIPELINE_DESIGN(Breadth.TENANT, ADMIN),
    PRODUCT_LIST(Breadth.TENANT, Role.values()),
    PRODUCT_READ(Breadth.TENANT, Role.values()),
    PRODUCT_ADD(Breadth.OWN, SALES_MANAGER, ADMIN),
    PRODUCT_CHANGE(Breadth.TENANT, SALES_MANAGER, ADMIN),
    PRODUCT_DELETE(Breadth.TENANT, SALES_MANAGER, ADMIN),
    PRODUCT_TRANSFER(Breadth.TENANT, SALES_MANAGER, ADMIN),
    FOLLOW_UP_OF_CUSTOMER(Breadth.HELD_OR_MEMBER_OR_POOL, Role.values()),
    FOLLOW_UP_READ(Breadth.HELD_OR_MEMBER, Role.values()),
    FOLLOW_UP_ADD(Breadth.HELD_OR_WRITING_MEMBER, Role.values()),
    CONTRACT_LIST(Breadth.HELD, Role.values()),
    CONTRACT_FOLLOWED(Breadth.OWN, Role.values()),
    CONTRACT_ADD(Breadth.OWN, Role.values()),
    CONTRACT_CHANGE(Breadth.HELD, Role.values()),
    CONTRACT_DELETE(Breadth.HELD, Role.values()),
    SATISFACTION_LIST(Breadth.HELD, Role.values()),
    SATISFACTION_ADD(Breadth.HELD, Role.values()),
    SATISFACTION_CHANGE(Breadth.HELD, Role.values()),
    SATISFACTION_DELETE(Breadth.HELD, Role.values()),
    JOURNAL_LIST(Breadth.HELD_OR_MEMBER, Role.values()),
    JOURNAL_READ(Breadth.HELD_OR_MEMBER_OR_POOL, Role.values()),
    JOURNAL_COUNT(Breadth.HELD_OR_MEMBER_OR_POOL, Role.values()),
    JOURNAL_ADD(Breadth.HELD_OR_WRITING_MEMBER, Role.values()),
    JOURNAL_CHANGE(Breadth.HELD_OR_WRITING_MEMBER, Role.values()),
    JOURNAL_DELETE(Breadth.HELD_OR_WRITING_MEMBER, Role.values()),
    SCENE_READ(Breadth.OWN, Role.values()),
    SCENE_KEEP(Breadth.OWN, Role.values()),
    STATS_DASHBOARD(Breadth.HELD, Role.values()),
    STATS_TEAM(Breadth.HELD, SALES_MANAGER, ADMIN),
    STATS_ANALYSIS(Breadth.HELD, Role.values()),
    STATS_BACKLOG(Breadth.OWN, Role.values()),
    STATS_POOL(Breadth.TENANT, SALES, SALES_MANAGER, ADMIN),
    STAFF_LIST(Breadth.TENANT, Role.values()),
    IMPORT(Breadth.OWN, Role.values()),
    EXPORT(Breadth.OWN, Role.values()),
    BULK(Breadth.OWN, Role.values()),
    JOB_READ(Breadth.OWN_OR_ALL, Role.values()),
    JOB_CANCEL(Breadth.OWN_OR_ALL, Role.values()),
    JOB_UNDO(Breadth.OWN_OR_ALL, Role.values()),
    STAFF_REGISTER(Breadth.TENANT, ADMIN),
    STAFF_DISABLE(Breadth.TENANT, ADMIN),
    STAFF_CHANGE(Breadth.TENANT, ADMIN),
    STAFF_ORGANISE(Breadth.TENANT, ADMIN),
    ROLE_READ(Breadth.TENANT, ADMIN),
    HANDOVER_READ(Breadth.TENANT, ADMIN),
    HANDOVER_MAKE(Breadth.TENANT, ADMIN),
    HANDOVER_UNDO(Breadth.TENANT, ADMIN),
    MENU_LIST(Breadth.TENANT, Role.values()),
    MENU_DESIGN(Breadth.TENANT, ADMIN),
    MENU_OF_STAFF(Breadth.OWN_OR_ALL, Role.values()),
    MENU_ASSIGN(Breadth.TENANT, ADMIN),
    PROFILE_READ(Breadth.OWN, Role.values()),
    PASSWORD_CHANGE(Breadth.OWN, Role.values()),
    SESSION_END(Breadth.OWN, Role.values()),
    TOKEN_LIST(Breadth.OWN, Role.values()),
    TOKEN_MAKE(Breadth.OWN, Role.values()),
    TOKEN_END(Breadth.OWN, Role.values()),
    FIELD_VERIFY(Breadth.TENANT, Role.values()),
    FIELD_DESIGN(Breadth.TENANT, ADMIN),
    OUTREACH_LIST(Breadth.HELD, Role.values()),
    OUTREACH_ADD(Breadth.OWN, Role.values()),
    OUTREACH_CHANGE(Breadth.HELD, Role.values()),
    OUTREACH_DELETE(Breadth.HELD, Role.values()),
    OUTREACH_CONVERT(Breadth.HELD, Role.values()),
    OUTREACH_EXPORT(Breadth.HELD, Role.values()),
    REQUEST_ONCE(Breadth.OWN, Role.values()),
    APP_READ(Breadth.TENANT, ADMIN),
    APP_MAKE(Breadth.TENANT, ADMIN),
    APP_CHANGE(Breadth.TENANT, ADMIN),
    APP_ROTATE(Breadth.TENANT, ADMIN),
    APP_DELETE(Breadth.TENANT, ADMIN),
    AUDIT_READ(Breadth.TENANT, ADMIN),
    CHANGE_FEED(Breadth.TENANT, Role.values()),
    SYSTEM_READ(Breadth.TENANT, ADMIN),
    TENANT_SETTINGS(Breadth.TENANT, ADMIN);

    private final Breadth breadth;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final Set<Role> roles;

    UseCase(Breadth breadth, Role... roles) {
        this.breadth = breadth;
        this.roles = Collections.unmodifiableSet(EnumSet.copyOf(List.of(roles)));
    }

    public Breadth breadth() {
        return breadth;
    }

    public Set<Role> roles() {
        return roles;
    }
}
