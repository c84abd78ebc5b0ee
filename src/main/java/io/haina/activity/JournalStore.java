package io.haina.activity;

import static io.haina.database.Rows.at;

import io.haina.access.Scoped;
import io.haina.customer.CustomerLayout;
import io.haina.database.FilterSql;
import io.haina.database.Layout;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.field.RecordKind;
import io.haina.filter.Batch;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads the journal. */
@Repository
class JournalStore {

    private static final FilterSql CUSTOMERS = new FilterSql(CustomerLayout.LAYOUT);
    private static final FilterSql CONTACTS = new FilterSql(Layout.reachOf(RecordKind.CONTACT));

    private static final String COLUMNS = """
            j.id, j.customer_id, c.name as customer_name, shown.contact_id, k.name as contact_name, k.nickname, j.content,
            j.attachment_url, j.note, j.staff_id, j.happened_at, j.created_at""";

    private final Sql sql;

    JournalStore(Sql sql) {
        this.sql = sql;
    }

    /** One entry whose customer or contact is reached, or in which the actor took part. */
    Optional<JournalEntry> find(Scoped customers, Scoped contacts, JournalKind kind, long id) {
        SqlText shown = new SqlText()
                .add(
                        "select j.tenant_id, j.id, " + contact(kind) + " as contact_id from " + kind.table() + " j\n"
                                + "join customer c on c.tenant_id = j.tenant_id and c.id = j.customer_id"
                                + " and c.deleted_at is null\n"
                                + "where j.tenant_id = ? and j.id = ? and j.deleted_at is null and ",
                        tenant(customers),
                        id)
                .add(visible(customers, contacts, kind));
        return sql.row(entries(kind, shown), (row, n) -> entry(row, kind));
    }

    /** The entries of a contact, newest first: among them those of its customer that name nobody, if it is the primary one. */
    Slice<JournalEntry> page(
            Scoped customers, Scoped contacts, JournalKind kind, long contact, TimeWindow window, Page page) {
        long tenant = tenant(customers);
        SqlText its = new SqlText()
                .add("select j.tenant_id, j.id, j.happened_at, ?::bigint as contact_id from (\n", contact)
                .add(
                        "select a.id from " + kind.table() + " a where a.tenant_id = ? and a.contact_id = ?",
                        tenant,
                        contact)
                .add(
                        " and a.deleted_at is null and a.happened_at >= ? and a.happened_at < ?",
                        from(window),
                        until(window));
        if (kind == JournalKind.ACTIVITY) {
            its.add("""

                    union select b.activity_id from activity_about b
                    where b.tenant_id = ? and b.kind = 'contact' and b.record_id = ?
                    union select a.id from contact p
                    join activity a on a.tenant_id = p.tenant_id and a.customer_id = p.customer_id and a.contact_id is null
                        and a.deleted_at is null and a.happened_at >= ? and a.happened_at < ?
                        and not exists (select 1 from activity_about b where b.tenant_id = a.tenant_id
                            and b.activity_id = a.id and b.kind = 'contact')
                    where p.tenant_id = ? and p.id = ? and p.is_primary and p.deleted_at is null""", tenant, contact, from(window), until(window), tenant, contact);
        }
        its.add(") found join " + kind.table() + " j on j.tenant_id = ? and j.id = found.id\n", tenant)
                .add("join customer c on c.tenant_id = j.tenant_id and c.id = j.customer_id and c.deleted_at is null\n")
                .add(
                        "where j.deleted_at is null and j.happened_at >= ? and j.happened_at < ? and ",
                        from(window),
                        until(window))
                .add(visible(customers, contacts, kind));
        SqlText parts = new SqlText()
                .add("its as materialized (")
                .add(its)
                .add("),\ncounted as materialized (select count(*) as n from its)");
        SqlText shown = new SqlText()
                .add("select * from its order by happened_at desc, id desc ")
                .add(SqlText.limit(page));
        return slice(parts, shown, kind, page, Long.MAX_VALUE);
    }

    /** All entries of a reach, newest first; counted up to a bound. */
    Slice<JournalEntry> page(Scoped scoped, JournalKind kind, TimeWindow window, Page page) {
        JournalPageSql pages = new JournalPageSql(scoped, kind, window, page);
        SqlText shown = new SqlText()
                .add("select j.tenant_id, j.id, " + contact(kind) + " as contact_id from (")
                .add(pages.rows())
                .add(") found join " + kind.table() + " j on j.tenant_id = ? and j.id = found.id", tenant(scoped));
        return slice(pages.parts(), shown, kind, page, pages.bound());
    }

    List<JournalCount> counts(Scoped customers, JournalKind kind, Batch batch, TimeWindow window) {
        SqlText statement = new SqlText()
                .add(
                        "select c.id, made.n, made.first_at from customer c cross join lateral (\n"
                                + "select count(*) as n, min(j.happened_at) as first_at from " + kind.table() + " j\n"
                                + "where j.tenant_id = c.tenant_id and j.customer_id = c.id and j.deleted_at is null"
                                + " and j.happened_at >= ? and j.happened_at < ?) made\nwhere ",
                        from(window),
                        until(window))
                .add(CUSTOMERS.where(customers.filter()))
                .add(" and c.deleted_at is null and c.id = any (?) and made.n > 0 order by made.n desc, c.id", (Object)
                        batch.array());
        return sql.rows(
                statement,
                (row, n) -> new JournalCount(row.getLong("id"), row.getLong("n"), Rows.instant(row, "first_at")));
    }

    /** The primary contact of a customer that the query reaches. */
    Optional<Long> primaryContact(Scoped customers, long customer) {
        return sql.row(
                new SqlText()
                        .add("select p.id from customer c join contact p on p.tenant_id = c.tenant_id"
                                + " and p.customer_id = c.id and p.is_primary and p.deleted_at is null where ")
                        .add(CUSTOMERS.where(customers.filter()))
                        .add(" and c.deleted_at is null and c.id = ?", customer),
                (row, n) -> row.getLong("id"));
    }

    private record Counted(long total, @Nullable JournalEntry entry) {}

    /**
     * A page and its total.
     *
     * @param parts among them {@code counted}, which says how many there are
     * @param shown the rows of the page
     */
    private Slice<JournalEntry> slice(SqlText parts, SqlText shown, JournalKind kind, Page page, long bound) {
        SqlText statement = new SqlText()
                .add("with ")
                .add(parts)
                .add("\nselect counted.n as total, e.* from counted left join (")
                .add(entries(kind, shown))
                .add(") e on true order by e.happened_at desc, e.id desc");
        List<Counted> found = sql.rows(
                statement,
                (row, n) -> new Counted(row.getLong("total"), row.getObject("id") == null ? null : entry(row, kind)));
        List<JournalEntry> rows =
                found.stream().flatMap(each -> Stream.ofNullable(each.entry())).toList();
        long total = found.getFirst().total();
        return new Slice<>(rows, page, Math.min(total, bound), total <= bound);
    }

    /** The entries of some rows, which say with whom each was, with all that is shown of them. */
    private static SqlText entries(JournalKind kind, SqlText shown) {
        return new SqlText()
                .add("select " + COLUMNS + (kind == JournalKind.ACTIVITY ? ", j.kind" : "")
                        + """
                        , array(select f.staff_id from journal_follower f where f.tenant_id = j.tenant_id
                            and f.kind = '%1$s' and f.entry_id = j.id order by f.position) as followers from (""".formatted(kind.table()))
                .add(shown)
                .add("""
                        ) shown join %1$s j on j.tenant_id = shown.tenant_id and j.id = shown.id
                        join customer c on c.tenant_id = j.tenant_id and c.id = j.customer_id
                        left join contact k on k.tenant_id = j.tenant_id and k.id = shown.contact_id""".formatted(kind.table()));
    }

    static long tenant(Scoped scoped) {
        return scoped.actor().tenantId();
    }

    private static Object from(TimeWindow window) {
        return at(window.from());
    }

    private static Object until(TimeWindow window) {
        return at(window.until());
    }

    /** The condition under which an entry {@code j} of a customer {@code c} is seen. */
    private static SqlText visible(Scoped customers, Scoped contacts, JournalKind kind) {
        return new SqlText()
                .add("(")
                .add(CUSTOMERS.where(customers.filter()))
                .add(" or exists (select 1 from contact r where r.tenant_id = j.tenant_id and r.id = j.contact_id"
                        + " and r.deleted_at is null and ")
                .add(CONTACTS.where(contacts.filter()))
                .add(") or ")
                .add(JournalPageSql.tookPart(kind, customers.actor().staffId()))
                .add(")");
    }

    private static String contact(JournalKind kind) {
        return kind == JournalKind.DEMAND ? "j.contact_id" : """
                coalesce(j.contact_id,
                    (select min(b.record_id) from activity_about b
                        where b.tenant_id = j.tenant_id and b.activity_id = j.id and b.kind = 'contact'),
                    (select p.id from contact p where p.tenant_id = j.tenant_id and p.customer_id = j.customer_id
                        and p.is_primary and p.deleted_at is null))""";
    }

    private static JournalEntry entry(ResultSet row, JournalKind journal) throws SQLException {
        long operator = row.getLong("staff_id");
        Long[] followers = (Long[]) row.getArray("followers").getArray();
        return new JournalEntry(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("customer_name"),
                Rows.optionalLong(row, "contact_id"),
                row.getString("contact_name"),
                row.getString("nickname"),
                journal == JournalKind.DEMAND
                        ? null
                        : ActivityKind.of(row.getString("kind")).orElseThrow(() -> new SQLException("unknown kind")),
                row.getString("content"),
                row.getString("attachment_url"),
                row.getString("note"),
                operator,
                followers.length == 0 ? List.of(operator) : List.of(followers),
                Rows.instant(row, "happened_at"),
                Rows.instant(row, "created_at"));
    }
}
