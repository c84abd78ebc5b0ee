"""What is measured: each operation is a list of requests, made from what lies in the database."""

import datetime
import json
import random
import urllib.parse

PEOPLE = 20
SAMPLE = 400
RARE = "兀丑亘亟仄仆仞仟伉伫佃佘佝佟侉侑俚俟俨偃傩僖兕冥冽凇刈刍剡劭匏卮厝叟叻呦咄哂啻喟喾嗄嗵噫囿圻坂垓埕埝堞塄壅夔妣妤姒娌婺孛孱孳寤寰"


class Operation:
    """The requests are a list, or make one when the operation's turn comes; of some each can be sent once only."""

    def __init__(self, name, label, requests, write=False, once=False):
        self.name = name
        self.label = label
        self.requests = requests
        self.write = write
        self.once = once
        self.used = 0

    def prepare(self):
        if callable(self.requests):
            self.requests = self.requests()

    def take(self, count):
        """Requests that nobody has sent yet, or just the first ones where that does not matter."""
        begin = self.used if self.once else 0
        self.used += count
        return self.requests[begin:begin + count]


class Request:
    """The fresh part of a body is in no earlier request; what is asked for once is gone afterwards."""

    def __init__(self, method, path, token, body=None, fresh=None, once=False):
        self.fresh = fresh
        self.once = once
        self.method = method
        self.path = path
        self.token = token
        self.body = None if body is None else json.dumps(body, ensure_ascii=False)

    def line(self):
        parts = [self.method, self.path, self.token]
        return "\t".join(parts if self.body is None else [*parts, self.body])


def query(path, **values):
    return path + "?" + urllib.parse.urlencode(values)


def rare_word(database, size):
    """Two characters that some 30 customers of this store have in their names, however large it is."""
    percent = min(100.0, 100.0 * 100_000 / size)
    rows = database.sql(f"""
        with piece as (
            select substr(core_name, i, 2) as word
            from customer_search tablesample bernoulli ({percent}) repeatable (1)
            cross join lateral generate_series(1, length(core_name) - 1) i),
        candidate as (
            select word from piece where word ~ '^[^[:ascii:]]{{2}}$' group by word
            order by abs(count(*) * 100 / {percent} - 30), word limit 25)
        select word, count(*) from candidate join customer_search s on s.text like '%' || word || '%'
        group by word order by abs(count(*) - 30), word limit 1;""")
    return rows[0][0]


def operations(server, database, size):
    dice = random.Random(size)
    admin = server.sign_in("admin", "admin123")
    manager = server.sign_in("manager1", "demo123")
    people = [f"sales{i + 1}" for i in range(PEOPLE)]
    tokens = {name: server.sign_in(name, "demo123") for name in people}
    sales = list(tokens.values())
    opaque = [server.sign_in_opaque(name, "demo123") for name in people]
    app = server.make_app(admin)
    admin_opaque = server.sign_in_opaque("admin", "admin123")

    own = database.sql(f"""
        select s.username, c.uuid from customer c join staff s on s.tenant_id = c.tenant_id and s.id = c.owner_id
        where s.username in ({', '.join(f"'{name}'" for name in people)}) and c.deleted_at is null
          and c.protected_until > now() + interval '1 day' order by hashtext(c.uuid::text) limit {SAMPLE};""")
    names = database.sql(f"""
        select c.name, s.core_name from customer c join customer_search s on s.tenant_id = c.tenant_id
        and s.customer_id = c.id where c.deleted_at is null order by c.id * 7919 % 10007, c.id limit {SAMPLE};""")
    phones = database.sql(f"""
        select k.phone from contact k where k.phone is not null and k.deleted_at is null
        order by k.id * 7919 % 10007, k.id limit {SAMPLE};""")
    owners = [row[0] for row in database.sql(f"""
        select id from staff where username in ({', '.join(f"'{name}'" for name in people)});""")]
    today = datetime.date.today()
    last_month = today.replace(day=1) - datetime.timedelta(days=1)
    rare = rare_word(database, size)

    def each(tokens_of, path):
        return [Request("GET", path, token) for token in tokens_of]

    month = query("/api/stats/team", start_date=last_month.replace(day=1), end_date=last_month, period="day")
    page = query("/api/customers", page=1, limit=10)
    return [
        Operation("list-own", "list page, own", each(sales, page)),
        Operation("list-team", "list page, team", each([manager], page)),
        Operation("list-all", "list page, all", each([admin], page)),
        Operation("pool", "list page, pool", each(sales, query("/api/pool/customers", page=1, limit=20))),
        Operation("search-frequent", "search 科技, all", each([admin], query("/api/customers", keyword="科技", page=1, limit=10))),
        Operation("search-rare", "search a rare word, all", each([admin], query("/api/customers", keyword=rare, page=1, limit=10))),
        Operation("search-own", "search 科技, own", each(sales, query("/api/customers", keyword="科技", page=1, limit=10))),
        Operation("detail", "detail", [Request("GET", f"/api/customers/{uuid}", tokens[name]) for name, uuid in own]),
        Operation("check-exact", "duplicate check, exact", [
            Request("GET", query("/api/customers/check-duplicate", customer_name=name), dice.choice(sales))
            for name, _ in names]),
        Operation("check-similar", "duplicate check, similar", [
            Request("GET", query("/api/customers/check-duplicate", customer_name="香港" + core + "总公司"), dice.choice(sales))
            for _, core in names]),
        Operation("check-near", "duplicate check, one character differs", [
            Request("GET", query("/api/customers/check-duplicate", customer_name=core[:-1] + "丑有限公司"), dice.choice(sales))
            for _, core in names if len(core) > 2]),
        Operation("check-free", "duplicate check, free", [
            Request("GET", query("/api/customers/check-duplicate", customer_name=new_name(dice)), dice.choice(sales))
            for _ in range(SAMPLE)]),
        Operation("dashboard-own", "dashboard, own", each(sales, "/api/stats/dashboard")),
        Operation("dashboard-all", "dashboard, all", each([admin], "/api/stats/dashboard")),
        Operation("team-month", "team statistics, by month", each([manager], "/api/stats/team?period=month")),
        Operation("team-days", "team statistics, a month by day", each([manager], month)),
        Operation("records-own", "002: list page, own", [
            Request("POST", "/api/CrmCustomer/queryPageList", token, {"page": 1, "limit": 15, "type": 2})
            for token in opaque]),
        Operation("records-three", "002: three conditions, one on an own field, all", [
            Request("POST", "/api/CrmCustomer/queryPageList", admin_opaque, {"page": 1, "limit": 15, "type": 2, "data": {
                "客户级别": {"name": "客户级别", "condition": "is", "value": level, "formType": "select"},
                "deal_status": {"name": "deal_status", "condition": "is", "value": 0, "formType": "dealStatus"},
                "next_time": {"name": "next_time", "condition": "isNull"}}})
            for level in ("A（重点客户）", "B（普通客户）", "C（非优先客户）")]),
        Operation("report", "report", [
            Request("POST", "/api/customers", dice.choice(sales), {
                "customer_name": name, "industry": "互联网/软件", "region": "杭州", "source": "展会",
                "contact_person": "李先生", "contact_phone": f"138{dice.randrange(10 ** 8):08d}",
                "demand_description": "需要企业级CRM系统,预计预算50万元,决策周期2个月"}, fresh=name[:5])
            for name in (new_name(dice) for _ in range(20000))], write=True, once=True),
        Operation("followup", "follow-up", [
            Request("POST", "/api/customers/followup", tokens[name], {
                "customer_id": uuid, "followup_type": "visit", "content": "上门拜访,客户对产品功能很满意",
                "next_plan": "下周提交方案和报价"}) for name, uuid in own], write=True),
        Operation("app-list", "004: list", [Request("POST", "/openapi/crm/list", app, {"page": 1, "limit": 10})]),
        Operation("app-find", "004: list by mobile", [
            Request("POST", "/openapi/crm/list", app, {"page": 1, "limit": 10, "search": [
                {"field": "mobile", "operator": "eq", "value": [phone]}]}) for (phone,) in phones]),
        Operation("app-add", "004: add", [
            Request("POST", "/openapi/crm/add", app, {
                "customerName": name, "customerSource": ["展会"], "owner": owner,
                "mobile": [{"value": f"138{dice.randrange(10 ** 8):08d}", "memo": "李先生"}]}, fresh=name[:5])
            for name, owner in ((new_name(dice), dice.choice(owners)) for _ in range(20000))], write=True, once=True),
        *native(server, database, sales, manager, admin, rare),
        Operation("claim", "claim", lambda: [
            Request("POST", "/api/pool/claim", sales[i % PEOPLE], {"customer_id": uuid}, once=True)
            for i, (uuid,) in enumerate(pooled(database))], write=True, once=True),
    ]


def native(server, database, sales, manager, admin, rare):
    """The native API, as the console uses it."""
    def each(tokens_of, path):
        return [Request("GET", path, token) for token in tokens_of]

    columns = "name,status,industry,region,ownerId,protectedUntil,nextContactAt,updatedAt"
    customers = query("/api/v1/customers", size=25, fields=columns)
    open_ones = json.dumps({"field": "status", "operator": "is", "values": ["following"]})
    _, first = server.call("GET", query("/api/v1/customers", size=100, fields="name", page=40), admin)
    deep = query("/api/v1/customers", size=100, fields="name", cursor=first["next"] or "")
    return [
        Operation("v1-list-own", "v1: list page, own", each(sales, customers)),
        Operation("v1-list-all", "v1: list page, all", each([admin], customers)),
        Operation("v1-list-name", "v1: list by name, all", each([admin], customers + "&sort=name")),
        Operation("v1-list-filter", "v1: list with a filter, team", each(
            [manager], customers + "&" + urllib.parse.urlencode({"filter": open_ones}))),
        Operation("v1-list-cursor", "v1: 100 names behind row 4,000, all", each([admin], deep)),
        Operation("v1-pool", "v1: list of the pools", each(sales, query(
            "/api/v1/customers", pool="true", size=25, sort="-pooledAt", fields="name,industry,region,pooledAt"))),
        Operation("v1-board", "v1: board, own", each(sales, "/api/v1/opportunities/board")),
        Operation("v1-changes", "v1: 100 changes, all", each([admin], "/api/v1/changes?size=100")),
        Operation("v1-search", "v1: 科技 across kinds, own", each(sales, query("/api/v1/search", q="科技"))),
        Operation("v1-search-rare", "v1: a rare word across kinds, all", each([admin], query("/api/v1/search", q=rare))),
        Operation("v1-today", "v1: today", each(sales, "/api/v1/today")),
    ]


def new_name(dice):
    return "".join(dice.sample(RARE, 5)) + dice.choice(["科技", "贸易", "实业", "物流"]) + "有限公司"


def pooled(database):
    """Everything in the pool; fills it up from what is held until there is enough to claim."""
    others = ", ".join(f"'sales{i + 1}'" for i in range(PEOPLE))
    database.sql("""
        update tenant set claims_per_day = 1000000;
        with need as (select greatest(0, 6000 - count(*)) as n from customer where deleted_at is null and owner_id is null),
             picked as (select tenant_id, id, owner_id from customer
                        where deleted_at is null and owner_id is not null and status = 'following' and not locked
                          and owner_id not in (select id from staff where username in ({PEOPLE_NAMES}))
                          and protected_until > now() + interval '5 days'
                        order by id desc limit (select n from need)),
             ended as (update protection p set ended_at = now(), end_reason = 'released' from picked
                       where p.tenant_id = picked.tenant_id and p.customer_id = picked.id and p.ended_at is null),
             released as (insert into release (tenant_id, customer_id, former_owner_id, released_by, cause, reason, released_at)
                          select tenant_id, id, owner_id, owner_id, 'manual', 'bench', now() from picked)
        update customer c set owner_id = null, team_id = null, protected_until = null, pooled_at = now(),
            pool_id = (select id from pool p where p.tenant_id = c.tenant_id and is_default), last_owner_id = picked.owner_id, release_reason = 'bench'
        from picked where c.tenant_id = picked.tenant_id and c.id = picked.id;""".replace("{PEOPLE_NAMES}", others))
    return database.sql("""
        select uuid from customer where deleted_at is null and owner_id is null order by hashtext(uuid::text) limit 20000;""")
