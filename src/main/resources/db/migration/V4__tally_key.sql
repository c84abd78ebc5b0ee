-- The rows of many people for the same span lie together: what all people of a team hold is read as one range.
alter table tally
    drop constraint tally_pkey,
    add primary key (tenant_id, scope, facet, span, scope_id, start, measure, value);
