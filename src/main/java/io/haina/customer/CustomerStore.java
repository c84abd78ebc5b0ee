package io.haina.customer;

import io.haina.access.Scoped;
import io.haina.database.FilterSql;
import io.haina.database.PageIds;
import io.haina.database.PageSql;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.stats.Tallies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads customers. */
@Repository
class CustomerStore {

    /** Up to here a total that no tally answers is counted; beyond, it is said to be at least so many. */
    static final int COUNTED = 1000;

    /** The same where words are searched for, whose every match must be looked at. */
    static final int COUNTED_SEARCHING = 100;

    private static final FilterSql FILTERS = new FilterSql(CustomerLayout.LAYOUT);
    private static final PageSql PAGES = new PageSql(CustomerLayout.LAYOUT);

    private static final String COLUMNS = """
            c.id, c.uuid, c.name, c.industry, c.region, c.source, c.demand, c.status, c.owner_id, c.protected_until,
            c.locked, c.last_activity_at, c.reported_at, c.updated_at, c.claim_count, c.release_reason, c.pooled_at,
            coalesce(p.name, case when p.phone is null then c.ways #>> '{mobile,0,memo}' end) as contact_name,
            coalesce(p.phone, c.mobile) as contact_phone,
            (select o.real_name from staff o where o.tenant_id = c.tenant_id and o.id = c.owner_id) as owner_name,
            (select t.name from team t where t.tenant_id = c.tenant_id and t.id = c.team_id) as team_name,
            (select l.real_name from staff l where l.tenant_id = c.tenant_id and l.id = c.last_owner_id)
                as last_owner_name
            """;

    /** What {@link #COLUMNS} needs of the page's rows, and the joins. */
    private static final String OWN_COLUMNS = """
            c.tenant_id, c.id, c.uuid, c.name, c.industry, c.region, c.source, c.demand, c.status, c.owner_id, c.team_id,
            c.last_owner_id, c.protected_until, c.locked, c.last_activity_at, c.reported_at, c.updated_at, c.claim_count,
            c.release_reason, c.pooled_at, c.mobile, c.ways""";

    private static final String JOINS = """

            left join contact p on p.tenant_id = c.tenant_id and p.customer_id = c.id
                and p.is_primary and p.deleted_at is null
            """;

    private final Sql sql;
    private final PageIds ids;
    private final Tallies tallies;

    CustomerStore(Sql sql, PageIds ids, Tallies tallies) {
        this.sql = sql;
        this.ids = ids;
        this.tallies = tallies;
    }

    private record Counted(
            long known, long counted, @Nullable Customer customer) {}

    /** A page of customers and how many there are in all. */
    Slice<Customer> page(Scoped scoped, Page page, CustomerOrder order, Instant now) {
        if (Filter.searches(scoped.wish())) {
            return searched(scoped, page, order, now);
        }
        long bound = page.countedTo(COUNTED);
        PageSql.Total total = PAGES.total(scoped.filter(), bound, part -> tallies.totalSql(scoped, part));
        // One statement, names by subqueries, which a page of rows makes cheaper than joins; an index finds the rows
        // before anything is joined to them. The total stands beside each row: a page without rows asks for it alone.
        SqlText totals = new SqlText()
                .add("select ")
                .add(total.known())
                .add(" as known, ")
                .add(total.counted())
                .add(" as counted");
        SqlText statement = new SqlText()
                .add(totals)
                .add(", " + COLUMNS + "from (")
                .add(PAGES.rows(scoped.filter(), OWN_COLUMNS, order.sql(), true, page))
                .add(") c" + JOINS + "order by " + order.sql());
        List<Counted> rows =
                sql.rows(PAGES.whole(scoped.filter(), statement), (row, n) -> counted(row, customer(row, now)));
        Counted first = rows.isEmpty()
                ? sql.rows(totals, (row, n) -> counted(row, null)).getFirst()
                : rows.getFirst();
        boolean exact = total.exact() || first.counted() <= bound;
        List<Customer> customers = rows.stream()
                .flatMap(row -> Optional.ofNullable(row.customer()).stream())
                .toList();
        return new Slice<>(customers, page, first.known() + Math.min(first.counted(), bound), exact);
    }

    private Slice<Customer> searched(Scoped scoped, Page page, CustomerOrder order, Instant now) {
        Optional<PageIds.Nearest> nearest = scoped.wish() instanceof Filter.Search(String words)
                ? ids.nearest(PAGES, scoped.reach(), reached(scoped), words, order.column(), order.sql(), page)
                : Optional.empty();
        if (nearest.isPresent()) {
            List<Customer> rows = rows(scoped, nearest.get().ids(), now);
            return new Slice<>(
                    rows, page, nearest.get().counted(), nearest.get().exact());
        }
        Filter filter = scoped.filter();
        long bound = page.countedTo(COUNTED_SEARCHING);
        PageSql.Total total = PAGES.total(filter, bound, part -> tallies.totalSql(scoped, part));
        PageIds.Found found = ids.find(
                PAGES, filter, total, PAGES.ids(PAGES.rows(filter, OWN_COLUMNS, order.sql(), true, page), order.sql()));
        boolean exact = total.exact() || found.counted() <= bound;
        return new Slice<>(
                rows(scoped, found.ids(), now), page, found.known() + Math.min(found.counted(), bound), exact);
    }

    private PageSql.Total reached(Scoped scoped) {
        return PAGES.total(scoped.reach(), PageIds.FEW, part -> tallies.totalSql(scoped, part));
    }

    /** The customers of some ids, in the order of the ids; those that are still within reach. */
    private List<Customer> rows(Scoped scoped, List<Long> wanted, Instant now) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        SqlText statement = new SqlText()
                .add("select " + COLUMNS + "from customer c" + JOINS + "where ")
                .add(FILTERS.where(scoped.reach()))
                .add(" and c.deleted_at is null and c.id = any(?)", (Object) wanted.toArray(Long[]::new));
        return PageIds.inOrder(wanted, sql.rows(statement, (row, n) -> customer(row, now)), Customer::id);
    }

    private static Counted counted(ResultSet row, @Nullable Customer customer) throws SQLException {
        return new Counted(row.getLong("known"), row.getLong("counted"), customer);
    }

    /** One customer that the query reaches. */
    Optional<Customer> find(Scoped scoped, UUID id, Instant now) {
        return sql.row(
                new SqlText()
                        .add("select " + COLUMNS + "from customer c" + JOINS + "where ")
                        .add(FILTERS.where(scoped.filter()))
                        .add(" and c.deleted_at is null and c.uuid = ?", id),
                (row, n) -> customer(row, now));
    }

    /** The public id of a customer that the query reaches. */
    Optional<UUID> uuid(Scoped scoped, long id) {
        return sql.row(
                new SqlText()
                        .add("select c.uuid from customer c where ")
                        .add(FILTERS.where(scoped.filter()))
                        .add(" and c.deleted_at is null and c.id = ?", id),
                (row, n) -> Rows.uuid(row, "uuid"));
    }

    private static Customer customer(ResultSet row, Instant now) throws SQLException {
        CustomerStatus status =
                CustomerStatus.of(row.getString("status")).orElseThrow(() -> new SQLException("unknown status"));
        boolean locked = row.getBoolean("locked");
        Instant until = Rows.optionalInstant(row, "protected_until");
        boolean expires = status != CustomerStatus.WON && !locked;
        return new Customer(
                row.getLong("id"),
                Rows.uuid(row, "uuid"),
                row.getString("name"),
                row.getString("industry"),
                row.getString("region"),
                row.getString("source"),
                row.getString("demand"),
                row.getString("contact_name"),
                row.getString("contact_phone"),
                status,
                Rows.optionalLong(row, "owner_id"),
                row.getString("owner_name"),
                row.getString("team_name"),
                until,
                expires && until != null && !until.isAfter(now),
                locked,
                Rows.optionalInstant(row, "last_activity_at"),
                Rows.instant(row, "reported_at"),
                Rows.instant(row, "updated_at"),
                row.getString("last_owner_name"),
                row.getInt("claim_count"),
                row.getString("release_reason"),
                Rows.optionalInstant(row, "pooled_at"));
    }
}
