-- A file belongs to a contact or an opportunity as well as to a customer or a lead.
alter table attachment
    add column contact_id bigint,
    add column opportunity_id bigint,
    add foreign key (tenant_id, contact_id) references contact,
    add foreign key (tenant_id, opportunity_id) references opportunity,
    drop constraint if exists attachment_check,
    add constraint attachment_of_something check (num_nonnulls(customer_id, lead_id, contact_id, opportunity_id) > 0);
create index attachment_by_contact on attachment (tenant_id, contact_id)
    where deleted_at is null and contact_id is not null;
create index attachment_by_opportunity on attachment (tenant_id, opportunity_id)
    where deleted_at is null and opportunity_id is not null;
