package io.haina.activity;

import static io.haina.database.Rows.at;

import io.haina.access.Scoped;
import io.haina.customer.CustomerLayout;
import io.haina.database.FilterSql;
import io.haina.database.SqlText;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the newest entries of all customers of a reach. Who sees all is served by the index of times. Otherwise the customers
 * of the reach are asked one by one, each by its own index, until a bound is reached; within it, what they have is all there
 * is. Beyond it, the newest entries of many people may be among the newest of all; if not, they are among the newest of each
 * customer's. What that costs grows with the customers of the reach and never with the table.
 */
final class JournalPageSql {

    private static final FilterSql CUSTOMERS = new FilterSql(CustomerLayout.LAYOUT);

    /** Up to here entries are counted; beyond, there are said to be at least so many. */
    private static final int COUNTED = 1000;

    /** So many times the entries that are wanted are looked through: enough where the reach has every tenth or more. */
    private static final int WIDTH = 25;

    /** Of selected columns of these names. */
    private static final String NEWEST = " order by happened_at desc, id desc ";

    private final Scoped scoped;
    private final JournalKind kind;
    private final TimeWindow window;
    private final Page page;
    private final long tenant;

    JournalPageSql(Scoped scoped, JournalKind kind, TimeWindow window, Page page) {
        this.scoped = scoped;
        this.kind = kind;
        this.window = window;
        this.page = page;
        this.tenant = scoped.actor().tenantId();
    }

    /** So far is counted: one more found means that there are more. */
    long bound() {
        return page.countedTo(COUNTED);
    }

    /** The condition that a person took part in the entry {@code j}. */
    static SqlText tookPart(JournalKind kind, long person) {
        return new SqlText()
                .add(
                        "exists (select 1 from journal_follower f where f.tenant_id = j.tenant_id and f.kind = '"
                                + kind.table() + "' and f.entry_id = j.id and f.staff_id = ?)",
                        person);
    }

    /** What {@link #rows} rests on, as parts of a statement; {@code counted} has the number, up to one more than the bound. */
    SqlText parts() {
        if (seesAll()) {
            return new SqlText()
                    .add("counted as materialized (select count(*) as n from (select 1 from ")
                    .add(entriesOfAll())
                    .add(" limit " + (bound() + 1) + ") bounded)");
        }
        return new SqlText()
                .add("mine as materialized (")
                .add(customers())
                .add("),\nits as materialized (\nselect j.id, j.happened_at from mine cross join lateral (")
                .add(ofCustomer(bound() + 1))
                .add(") j\nunion all\nselect j.id, j.happened_at from journal_follower f\njoin " + kind.table()
                        + " j on j.tenant_id = f.tenant_id and j.id = f.entry_id and j.deleted_at is null"
                        + " and not exists (select 1 from mine where mine.id = j.customer_id)\n"
                        + "join customer c on c.tenant_id = j.tenant_id and c.id = j.customer_id and c.deleted_at is null\n"
                        + "where ")
                .add(followed())
                .add("\nlimit " + (bound() + 1) + "),\ncounted as materialized (select count(*) as n from its),\n")
                .add("nearest as materialized (")
                .add(amongNewestOfAll())
                .add(")");
    }

    /** The ids and times of the page's entries, newest first. */
    SqlText rows() {
        if (seesAll()) {
            return new SqlText()
                    .add("select j.id, j.happened_at from ")
                    .add(entriesOfAll())
                    .add(NEWEST)
                    .add(SqlText.limit(page));
        }
        return new SqlText()
                .add("select * from (select id, happened_at from its where (select n from counted) <= " + bound())
                .add("\nunion all select id, happened_at from nearest where " + isEnough(">="))
                .add("\nunion all (")
                .add(newestOfEach())
                .add(")) each_way" + NEWEST)
                .add(SqlText.limit(page));
    }

    /** Whether what is found among the newest of all fills the page. */
    private String isEnough(String comparison) {
        return "(select count(*) from nearest) " + comparison + " " + depth();
    }

    private boolean seesAll() {
        return scoped.reach() instanceof Filter.All(List<Filter> parts) && parts.contains(new Filter.Held());
    }

    private SqlText entriesOfAll() {
        return new SqlText()
                .add(kind.table() + " j join customer c on c.tenant_id = j.tenant_id and c.id = j.customer_id where ")
                .add(live("j"))
                .add(" and c.deleted_at is null and (c.owner_id is not null or ")
                .add(tookPart(kind, scoped.actor().staffId()))
                .add(")");
    }

    /** The customers of the reach, each way to them by its own index. */
    private SqlText customers() {
        SqlText sql = new SqlText();
        String union = "";
        for (Filter way : ways()) {
            sql.add(union + "select c.id from customer c where ")
                    .add(CUSTOMERS.where(way))
                    .add(" and c.deleted_at is null");
            union = "\nunion\n";
        }
        return sql;
    }

    private List<Filter> ways() {
        List<Filter> parts = scoped.reach() instanceof Filter.All(List<Filter> all) ? all : List.of(scoped.reach());
        List<Filter> ways = new ArrayList<>();
        for (Filter part : parts) {
            if (part instanceof Filter.Any(List<Filter> several)) {
                several.forEach(each -> ways.add(Filter.all(new Filter.InTenant(tenant), each)));
            }
        }
        return ways.isEmpty() ? List.of(scoped.reach()) : ways;
    }

    private SqlText live(String alias) {
        return new SqlText()
                .add(
                        "%1$s.tenant_id = ? and %1$s.deleted_at is null and %1$s.customer_id is not null and %1$s.happened_at >= ? and %1$s.happened_at < ?"
                                .formatted(alias),
                        tenant,
                        at(window.from()),
                        at(window.until()));
    }

    private SqlText ofCustomer(long limit) {
        return new SqlText()
                .add("select x.id, x.happened_at from " + kind.table() + " x where x.customer_id = mine.id and ")
                .add(live("x"))
                .add(NEWEST + "limit " + limit);
    }

    private SqlText followed() {
        return new SqlText()
                .add(
                        "f.tenant_id = ? and f.staff_id = ? and f.kind = '" + kind.table()
                                + "' and f.happened_at >= ? and f.happened_at < ?",
                        tenant,
                        scoped.actor().staffId(),
                        at(window.from()),
                        at(window.until()));
    }

    private String beyond() {
        return " (select n from counted) > " + bound();
    }

    private String notAmongNewest() {
        return beyond() + " and " + isEnough("<");
    }

    /** As far as a page reaches, as one of few numbers, for each makes a statement of its own. */
    private long depth() {
        long pages = Integer.highestOneBit(page.number());
        return page.size() * (pages == page.number() ? pages : 2 * pages);
    }

    private SqlText newestOfEach() {
        return new SqlText()
                .add("select j.id, j.happened_at from mine cross join lateral (")
                .add(ofCustomer(depth()))
                .add(") j where" + notAmongNewest()
                        + "\nunion all (select j.id, j.happened_at from journal_follower f\njoin "
                        + kind.table()
                        + " j on j.tenant_id = f.tenant_id and j.id = f.entry_id and j.deleted_at is null"
                        + " and not exists (select 1 from mine where mine.id = j.customer_id)\n"
                        + "join customer c on c.tenant_id = j.tenant_id and c.id = j.customer_id and c.deleted_at is null\n"
                        + "where" + notAmongNewest() + " and ")
                .add(followed())
                .add(" order by f.happened_at desc, f.entry_id desc limit " + depth() + ")");
    }

    private SqlText amongNewestOfAll() {
        return new SqlText()
                .add("select j.id, j.happened_at from (select j.* from " + kind.table() + " j where")
                .add(beyond() + " and ")
                .add(live("j"))
                .add(NEWEST + "limit " + WIDTH * depth() + ") j where j.customer_id in (select id from mine) or (")
                .add(tookPart(kind, scoped.actor().staffId()))
                .add(" and exists (select 1 from customer c where c.tenant_id = j.tenant_id and c.id = j.customer_id"
                        + " and c.deleted_at is null))")
                .add(NEWEST + "limit " + depth());
    }
}
