-- What is asked about a customer and not decided yet.
create index approval_pending_customer on approval (tenant_id, customer_id, created_at desc) where status = 'pending';

-- The customers of a pool that are of one region, the last released first, as customer_pool_industry has those of one industry.
create index customer_pool_region on customer (tenant_id, pool_id, region, pooled_at desc, id desc)
    where deleted_at is null and owner_id is null;
