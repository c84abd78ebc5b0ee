package io.haina.activity;

import static io.haina.database.Rows.at;

import io.haina.access.Scoped;
import io.haina.database.FilterSql;
import io.haina.database.Layout;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.field.RecordKind;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads timelines: of each record by the index of its entries. */
@Repository
class TimelineStore {

    private static final FilterSql CONTACTS = new FilterSql(Layout.reachOf(RecordKind.CONTACT));
    private static final FilterSql OPPORTUNITIES = new FilterSql(Layout.reachOf(RecordKind.OPPORTUNITY));

    private final Sql sql;

    TimelineStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * Which entries, and how much of what they speak of is shown.
     *
     * @param journal of which journal; null for any
     * @param entry which one; null for all
     * @param window when; null for ever
     */
    record Wanted(
            Scoped scoped,
            Scoped opportunities,
            Scoped contacts,
            RecordKind kind,
            long id,
            @Nullable JournalKind journal,
            @Nullable Long entry,
            @Nullable TimeWindow window) {

        boolean has(JournalKind other) {
            return journal == null || journal == other;
        }
    }

    private record Counted(long total, @Nullable TimelineEntry entry) {}

    Slice<TimelineEntry> page(Wanted wanted, Page page) {
        SqlText statement = new SqlText()
                .add("with its as materialized (")
                .add(its(wanted))
                .add("), shown as (select * from its order by happened_at desc, journal, id desc ")
                .add(SqlText.limit(page))
                .add(")\nselect total.n as total, shown.journal, shown.id, shown.happened_at, " + COLUMNS)
                .add("\nfrom (select count(*) as n from its) total left join shown on true\n" + ENTRIES)
                .add(named("coalesce(r.name, r.nickname, '')", "contact", contactIds()))
                .add("(r.customer_id = coalesce(a.customer_id, d.customer_id) or ")
                .add(CONTACTS.where(wanted.contacts().filter()))
                .add(")) k on true\n")
                .add(named("r.name", "opportunity", opportunityIds()))
                .add(OPPORTUNITIES.where(wanted.opportunities().filter()))
                .add(") o on true\norder by shown.happened_at desc, shown.journal, shown.id desc");
        List<Counted> found = sql.rows(
                statement,
                (row, n) -> new Counted(row.getLong("total"), row.getObject("id") == null ? null : entry(row)));
        List<TimelineEntry> rows =
                found.stream().flatMap(each -> Stream.ofNullable(each.entry())).toList();
        return new Slice<>(rows, page, found.getFirst().total(), true);
    }

    /** The keys of all entries of the record, if it is in reach. */
    private static SqlText its(Wanted wanted) {
        RecordKind kind = wanted.kind();
        SqlText its = new SqlText();
        if (wanted.has(JournalKind.ACTIVITY)) {
            boolean about = kind == RecordKind.CONTACT || kind == RecordKind.OPPORTUNITY;
            its.add(found(kind, JournalKind.ACTIVITY, about)).add(reached(wanted));
        }
        if (wanted.has(JournalKind.DEMAND) && (kind == RecordKind.CUSTOMER || kind == RecordKind.CONTACT)) {
            its.add(wanted.has(JournalKind.ACTIVITY) ? "\nunion all\n" : "");
            its.add(found(kind, JournalKind.DEMAND, false)).add(reached(wanted));
        } else if (!wanted.has(JournalKind.ACTIVITY)) {
            its.add(found(kind, JournalKind.ACTIVITY, false))
                    .add(reached(wanted))
                    .add(" and false");
        }
        return its;
    }

    private static String found(RecordKind kind, JournalKind journal, boolean about) {
        String r = kind.alias();
        String own = """
                select x.tenant_id, x.id, x.happened_at from %1$s x
                where x.tenant_id = %2$s.tenant_id and x.%3$s_id = %2$s.id and x.deleted_at is null\
                """.formatted(journal.table(), r, kind.key());
        // Two ways, each by its own index: one condition for both would read all entries of everybody.
        String besides = """

                union all select x.tenant_id, x.id, x.happened_at from activity_about b
                join activity x on x.tenant_id = b.tenant_id and x.id = b.activity_id and x.deleted_at is null
                where b.tenant_id = %1$s.tenant_id and b.kind = '%2$s' and b.record_id = %1$s.id
                    and x.%2$s_id is distinct from %1$s.id\
                """.formatted(r, kind.key());
        return """
                select '%1$s' as journal, e.tenant_id, e.id, e.happened_at from %2$s %3$s
                cross join lateral (%4$s) e
                where\s""".formatted(journal.table(), kind.key(), r, about ? own + besides : own);
    }

    private static SqlText reached(Wanted wanted) {
        RecordKind kind = wanted.kind();
        SqlText reached = new SqlText()
                .add(new FilterSql(Layout.reachOf(kind)).where(wanted.scoped().filter()))
                .add(" and %1$s.deleted_at is null and %1$s.id = ?".formatted(kind.alias()), wanted.id());
        if (wanted.entry() != null) {
            reached.add(" and e.id = ?", wanted.entry());
        }
        TimeWindow window = wanted.window();
        return window == null
                ? reached
                : reached.add(" and e.happened_at >= ? and e.happened_at < ?", at(window.from()), at(window.until()));
    }

    private static final String COLUMNS = """
            coalesce(d.content, %s) as content, a.kind, a.category, coalesce(a.note, d.note) as note, a.next_plan,
            a.next_contact_at, coalesce(a.created_at, d.created_at) as created_at,
            coalesce(a.attachment_url, d.attachment_url) as attachment, s.id as by_id, c.id as customer_id,
            c.name as customer_name, s.real_name as by_name,
            p.ids as follower_ids, p.names as follower_names, k.ids as contact_ids, k.names as contact_names,
            o.ids as opportunity_ids, o.names as opportunity_names""".formatted(ActivityStore.SHOWN_CONTENT);

    private static final String ENTRIES = """
            left join activity a on shown.journal = 'activity' and a.tenant_id = shown.tenant_id and a.id = shown.id
            left join demand_change d on shown.journal = 'demand_change' and d.tenant_id = shown.tenant_id
                and d.id = shown.id
            left join customer c on c.tenant_id = shown.tenant_id and c.id = coalesce(a.customer_id, d.customer_id)
            left join staff s on s.tenant_id = shown.tenant_id and s.id = coalesce(a.staff_id, d.staff_id)
            left join lateral (select array_agg(m.id order by f.position) as ids,
                    array_agg(m.real_name order by f.position) as names
                from journal_follower f join staff m on m.tenant_id = f.tenant_id and m.id = f.staff_id
                where f.tenant_id = shown.tenant_id and f.kind = shown.journal and f.entry_id = shown.id) p on true
            """;

    /** The start of a join with the records of some ids and their names. */
    private static String named(String name, String table, String ids) {
        return """
                left join lateral (select array_agg(r.id order by r.id) as ids, array_agg(%1$s order by r.id) as names
                    from %2$s r where r.tenant_id = shown.tenant_id and r.deleted_at is null
                        and r.id = any (array(%3$s)) and\s""".formatted(name, table, ids);
    }

    private static String contactIds() {
        return "select coalesce(a.contact_id, d.contact_id) union " + about(RecordKind.CONTACT);
    }

    private static String opportunityIds() {
        return "select a.opportunity_id union " + about(RecordKind.OPPORTUNITY);
    }

    private static String about(RecordKind kind) {
        return "select b.record_id from activity_about b where b.tenant_id = a.tenant_id and b.activity_id = a.id"
                + " and b.kind = '" + kind.key() + "'";
    }

    private static TimelineEntry entry(ResultSet row) throws SQLException {
        boolean demand = row.getString("journal").equals(JournalKind.DEMAND.table());
        return new TimelineEntry(
                demand ? JournalKind.DEMAND : JournalKind.ACTIVITY,
                row.getLong("id"),
                row.getObject("customer_id") == null
                        ? null
                        : new Named(row.getLong("customer_id"), row.getString("customer_name")),
                demand
                        ? null
                        : ActivityKind.of(row.getString("kind")).orElseThrow(() -> new SQLException("unknown kind")),
                row.getString("category"),
                row.getString("content"),
                row.getString("note"),
                row.getString("next_plan"),
                Rows.optionalInstant(row, "next_contact_at"),
                Rows.instant(row, "happened_at"),
                Rows.instant(row, "created_at"),
                row.getString("attachment"),
                new Named(row.getLong("by_id"), row.getString("by_name")),
                named(row.getArray("follower_ids"), row.getArray("follower_names")),
                named(row.getArray("contact_ids"), row.getArray("contact_names")),
                named(row.getArray("opportunity_ids"), row.getArray("opportunity_names")));
    }

    private static List<Named> named(@Nullable Array ids, @Nullable Array names) throws SQLException {
        if (ids == null || names == null) {
            return List.of();
        }
        Long[] numbers = (Long[]) ids.getArray();
        String[] texts = (String[]) names.getArray();
        List<Named> named = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            named.add(new Named(numbers[i], texts[i]));
        }
        return named;
    }
}
