-- A file can be sent before the record is there whose field names it, and a product's fields can name files.
alter table attachment
    add column product_id bigint,
    add foreign key (tenant_id, product_id) references product,
    drop constraint attachment_of_something;
create index attachment_by_product on attachment (tenant_id, product_id)
    where deleted_at is null and product_id is not null;
create index attachment_of_nothing on attachment (tenant_id, created_at)
    where num_nonnulls(customer_id, lead_id, contact_id, opportunity_id, product_id) = 0;
