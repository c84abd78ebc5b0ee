-- A customer's own ways to be reached: for each kind (mobile, email, qq, wechat) a list of {"value", "memo"} in its order. What other
-- contracts know as the customer's mobile number and mail address is the first of its list: a trigger keeps the two one, whoever
-- writes either. The number of the primary contact is the contact's, and stands in no list.
alter table customer
    add column ways jsonb not null default '{}',
    add column visitor_id text,
    add column create_method text,
    add column assigned_at timestamptz;

-- A list with another first value. The former first goes; a value that stood further behind moves up; nothing lets the next move up.
create function ways_led_by(ways jsonb, kind text, leader text) returns jsonb language sql immutable as $$
    select case when list = '[]' then ways - kind else ways || jsonb_build_object(kind, list) end
    from (select coalesce(jsonb_agg(w.entry order by w.place), '[]') as list
          from (select 0::bigint as place, coalesce(
                    (select o.entry from jsonb_array_elements(ways -> kind) as o (entry)
                     where o.entry ->> 'value' = leader limit 1),
                    jsonb_build_object('value', leader, 'memo', null)) as entry
                where leader is not null
                union all
                select o.place, o.entry from jsonb_array_elements(ways -> kind) with ordinality as o (entry, place)
                where o.place > 1 and o.entry ->> 'value' is distinct from leader) w) listed
$$;

create function keep_ways() returns trigger language plpgsql as $$
declare
    was_ways jsonb := '{}';
    was_mobile text;
    was_email text;
begin
    if tg_op = 'UPDATE' then
        was_ways := old.ways;
        was_mobile := old.mobile;
        was_email := old.email;
    end if;
    if new.ways is not distinct from was_ways then
        if new.mobile is distinct from was_mobile then
            new.ways := ways_led_by(new.ways, 'mobile', new.mobile);
        end if;
        if new.email is distinct from was_email then
            new.ways := ways_led_by(new.ways, 'email', new.email);
        end if;
    end if;
    new.mobile := new.ways #>> '{mobile,0,value}';
    new.email := new.ways #>> '{email,0,value}';
    return new;
end $$;

update customer set ways = ways_led_by(ways_led_by('{}', 'mobile', mobile), 'email', email)
    where mobile is not null or email is not null;
create trigger customer_ways_of_new before insert on customer for each row
    when (new.mobile is not null or new.email is not null or new.ways <> '{}') execute function keep_ways();
create trigger customer_ways before update of mobile, email, ways on customer for each row
    when ((old.mobile, old.email, old.ways) is distinct from (new.mobile, new.email, new.ways))
    execute function keep_ways();

-- When a customer came to somebody is said of that owner: the next one's time is the time of the change.
create function forget_assigned() returns trigger language plpgsql as $$
begin
    new.assigned_at := null;
    return new;
end $$;
create trigger customer_assigned before update of owner_id on customer for each row
    when (old.assigned_at is not null and new.owner_id is distinct from old.owner_id) execute function forget_assigned();

-- By a value of any list, and by the number of the primary contact.
create index customer_ways on customer using gin (ways jsonb_path_ops) with (fastupdate = off)
    where ways <> '{}' and deleted_at is null;
create index contact_primary_phone on contact (tenant_id, phone)
    where is_primary and deleted_at is null and phone is not null;

-- The pool by the day of the report, beside customer_all: both together are all customers, newest first.
create index customer_pooled on customer (tenant_id, reported_at desc, id desc) where deleted_at is null and owner_id is null;

-- An owner may be named where a pool may be: their numbers never meet.
alter table pool alter column id restart with 1000000000000000;

-- A choice in steps: options are paths with / between the levels, of which so many must be given.
alter table custom_field add column fill_level integer not null default 0;
