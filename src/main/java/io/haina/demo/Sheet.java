package io.haina.demo;

import java.util.List;

/** The tables that are filled customer by customer, in an order in which each finds what it refers to. */
enum Sheet {
    CUSTOMER("customer", """
            tenant_id, id, uuid, name, name_key, industry, region, source, demand, status, owner_id, team_id, \
            protected_until, pooled_at, pool_id, release_reason, last_owner_id, claim_count, last_activity_at, reported_by, \
            reported_at, reported_on, updated_at, last_content, won_at, custom, ways"""),
    SEARCH("customer_search", "tenant_id, customer_id, text, core_name, grams, near"),
    CONTACT("contact", """
            tenant_id, id, uuid, customer_id, name, phone, is_primary, created_at, updated_at, \
            owner_id, team_id, created_by"""),
    ACTIVITY("activity", """
            tenant_id, id, uuid, customer_id, staff_id, team_id, kind, content, next_plan, happened_at, happened_on, \
            created_at"""),
    PROTECTION("protection", "tenant_id, id, customer_id, holder_id, rule, from_at, until_at, ended_at, end_reason"),
    APPROVAL("approval", """
            tenant_id, id, uuid, kind, applicant_id, applicant_team_id, customer_id, holder_id, protection_id, reason, \
            extension_days, status, decided_by, decided_at, decision_comment, created_at"""),
    EXTENSION("protection_extension", """
            tenant_id, id, protection_id, approval_id, days, until_before, until_after, extended_at"""),
    CLAIM("claim", "tenant_id, id, customer_id, staff_id, team_id, claimed_at, claimed_on"),
    RELEASE("release", "tenant_id, id, customer_id, former_owner_id, released_by, cause, reason, released_at"),
    LEAD("lead", """
            tenant_id, id, uuid, name, mobile, remark, next_contact_at, owner_id, team_id, created_by, created_at, \
            updated_at"""),
    OPPORTUNITY("opportunity", """
            tenant_id, id, uuid, name, customer_id, money, deal_at, pipeline_id, stage_id, outcome, owner_id, team_id, \
            created_by, created_at, updated_at"""),
    OUTREACH("outreach", """
            tenant_id, id, uuid, name, position, contact, reply_status, wechat_exchanged, account_id, worker_id, notes, \
            contacted_at, owner_id, team_id, created_by, created_at, updated_at"""),
    DEMAND("demand_change", """
            tenant_id, id, uuid, customer_id, contact_id, staff_id, team_id, content, happened_at, happened_on, created_at"""),
    CONTRACT("contract", """
            tenant_id, id, uuid, customer_id, name, code, amount, signed_at, dated_at, ages_from, ages_until, owner_id, \
            team_id, holder_id, holder_team_id, created_by, edited_by, created_at, updated_at"""),
    FOLLOWER("contract_follower", "tenant_id, contract_id, staff_id, position, dated_at"),
    PAYMENT("payment", "tenant_id, id, contract_id, amount, paid_at, recorded_by, recorded_at"),
    SATISFACTION("satisfaction", """
            tenant_id, id, uuid, contact_id, value, recorded_at, note, operator_id, created_at, updated_at"""),
    FOUND("record_search", "tenant_id, kind, record_id, text, grams");

    static final List<Sheet> ALL = List.of(values());

    final String table;
    final String columns;
    final int width;

    Sheet(String table, String columns) {
        this.table = table;
        this.columns = columns;
        this.width = columns.split(",").length;
    }

    /** Whether the table numbers its rows itself. */
    boolean numbered() {
        return this != SEARCH && this != FOUND && this != FOLLOWER;
    }
}
