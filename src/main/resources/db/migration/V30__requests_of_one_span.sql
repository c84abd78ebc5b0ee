-- A request is about the protection that is open while it is filed: it is carried out during that one alone, and nobody waits
-- for the same thing twice.
alter table approval
    add column protection_id bigint,
    add foreign key (tenant_id, protection_id) references protection;

-- A handover opened the protection that those requests followed.
update approval a set protection_id = p.id
from protection p
where a.status = 'pending' and p.tenant_id = a.tenant_id and p.customer_id = a.customer_id and p.ended_at is null
    and p.holder_id = a.holder_id and (p.from_at <= a.created_at or p.rule = 'transfer');

update approval a set status = 'rejected', decided_at = now(), decision_comment = '重复的申请'
where a.status = 'pending' and a.protection_id is not null
    and exists (
        select from approval earlier
        where earlier.tenant_id = a.tenant_id and earlier.applicant_id = a.applicant_id and earlier.kind = a.kind
            and earlier.protection_id = a.protection_id and earlier.status = 'pending' and earlier.id < a.id);

create unique index approval_once on approval (tenant_id, protection_id, applicant_id, kind) where status = 'pending';
