package io.haina.activity;

import io.haina.access.Permit;
import io.haina.activity.JournalWriteStore.Before;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.field.RecordKind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Brings up to date what is made of activities, after one has changed or gone: when records were last in touch, and the days on
 * which people were active. Runs in the transaction of the change, which keeps the customers as they are.
 */
@Repository
class JournalUpkeepStore {

    private final Sql sql;

    JournalUpkeepStore(Sql sql) {
        this.sql = sql;
    }

    /** The records of which some entries were. */
    void refreshRecords(Permit permit, Collection<Before> touched) {
        refresh(permit, RecordKind.CUSTOMER, touched, Before::customer);
        refresh(permit, RecordKind.CONTACT, touched, Before::contact);
        refresh(permit, RecordKind.LEAD, touched, Before::lead);
        refresh(permit, RecordKind.OPPORTUNITY, touched, Before::opportunity);
    }

    private void refresh(
            Permit permit, RecordKind kind, Collection<Before> touched, Function<Before, @Nullable Long> record) {
        Long[] ids = touched.stream()
                .flatMap(each -> Stream.ofNullable(record.apply(each)))
                .distinct()
                .sorted()
                .toArray(Long[]::new);
        if (ids.length == 0) {
            return;
        }
        long tenant = permit.actor().tenantId();
        sql.change(new SqlText()
                .add(
                        """
                        update %1$s r set last_activity_at = last.happened_at, last_content = last.content
                        from unnest(?::bigint[]) x (id)
                        left join lateral (
                            select a.happened_at, nullif(left(%2$s, %3$d), '') as content from activity a
                            where a.tenant_id = ? and a.%1$s_id = x.id and a.deleted_at is null
                            order by a.happened_at desc, a.id desc limit 1) last on true
                        where r.tenant_id = ? and r.id = x.id""".formatted(kind.key(), ActivityStore.SHOWN_CONTENT, ActivityStore.BEGINNING),
                        ids,
                        tenant,
                        tenant));
    }

    private record Day(long staff, LocalDate day) {

        LocalDate month() {
            return day.withDayOfMonth(1);
        }
    }

    /** The days on which some entries happened. */
    void refreshDays(Permit permit, Collection<Before> touched) {
        TreeSet<Day> days = new TreeSet<>(Comparator.comparingLong(Day::staff).thenComparing(Day::day));
        touched.forEach(each -> days.add(new Day(each.staff(), each.day())));
        long tenant = permit.actor().tenantId();
        lock(tenant, List.copyOf(days));
        for (Day day : days) {
            int bit = 1 << (day.day().getDayOfMonth() - 1);
            Write write = new Write()
                    .with(
                            "state",
                            "select exists (select 1 from activity a where a.tenant_id = ? and a.staff_id = ?"
                                    + " and a.happened_on = ? and a.deleted_at is null) as active",
                            tenant,
                            day.staff(),
                            day.day())
                    .with("begun", """
                            insert into active_month as m (tenant_id, staff_id, month, days)
                            select ?, ?, ?, ? from state where active
                            on conflict (tenant_id, staff_id, month) do update set days = m.days | excluded.days
                            where m.days <> m.days | excluded.days""", tenant, day.staff(), day.month(), bit)
                    .with(
                            "ended",
                            "update active_month m set days = m.days & ~ ?::integer from state where not active"
                                    + " and m.tenant_id = ? and m.staff_id = ? and m.month = ?",
                            bit,
                            tenant,
                            day.staff(),
                            day.month());
            sql.row(write.select("select active from state"), (row, n) -> true);
        }
    }

    /**
     * Makes everybody wait who writes an activity of these months: what a later statement sees is then all there is. Who waits
     * sets the day again if need be.
     */
    private void lock(long tenant, List<Day> days) {
        sql.rows(
                new SqlText()
                        .add(
                                """
                                select 1 from active_month m
                                where m.tenant_id = ? and (m.staff_id, m.month) in (
                                    select x.staff, x.month from unnest(?::bigint[], ?::text[]::date[]) as x (staff, month))
                                order by m.staff_id, m.month for update""",
                                tenant,
                                days.stream().map(Day::staff).toArray(Long[]::new),
                                days.stream().map(day -> day.month().toString()).toArray(String[]::new)),
                (row, n) -> true);
    }
}
