package io.haina.menu;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.audit.Change;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of menus. A company has few lines: they are counted as they are read. */
@Repository
class MenuStore {

    private static final String STATE =
            "jsonb_build_object('name', %1$sname, 'content', %1$scontent, 'note', %1$snote)";

    private final Sql sql;

    MenuStore(Sql sql) {
        this.sql = sql;
    }

    private record Counted(long total, @Nullable MenuItem item) {}

    Slice<MenuItem> items(Scoped scoped, Page page) {
        long tenant = scoped.actor().tenantId();
        List<Counted> rows = sql.rows(
                new SqlText().add("""
                                select total.n, m.id, m.name, m.content, m.note
                                from (select count(*) as n from menu_item where tenant_id = ? and deleted_at is null) total
                                left join (select * from menu_item where tenant_id = ? and deleted_at is null order by id\s""", tenant, tenant).add(SqlText.limit(page)).add(") m on true order by m.id"),
                (row, n) -> new Counted(row.getLong("n"), row.getObject("id") == null ? null : item(row)));
        return new Slice<>(
                rows.stream()
                        .flatMap(each -> Optional.ofNullable(each.item()).stream())
                        .toList(),
                page,
                rows.getFirst().total(),
                true);
    }

    Optional<MenuItem> item(Scoped scoped, long item) {
        return sql.row(
                new SqlText()
                        .add(
                                "select id, name, content, note from menu_item"
                                        + " where tenant_id = ? and id = ? and deleted_at is null",
                                scoped.actor().tenantId(),
                                item),
                (row, n) -> item(row));
    }

    private static MenuItem item(ResultSet row) throws SQLException {
        return new MenuItem(row.getLong("id"), row.getString("name"), row.getString("content"), row.getString("note"));
    }

    private record Assigned(long staff, MenuItem item) {}

    /** The menus of some people whom the actor may ask for. */
    Map<Long, List<MenuItem>> of(Scoped scoped, Collection<Long> staff) {
        Map<Long, List<MenuItem>> menus = new HashMap<>();
        sql.rows(
                        new SqlText().add("""
                                        select s.staff_id, m.id, m.name, m.content, m.note
                                        from staff_menu s
                                        join menu_item m on m.tenant_id = s.tenant_id and m.id = s.menu_item_id
                                        where s.tenant_id = ? and s.staff_id = any(?) and m.deleted_at is null
                                        order by s.staff_id, s.position""", scoped.actor().tenantId(), staff.toArray(Long[]::new)),
                        (row, n) -> new Assigned(row.getLong("staff_id"), item(row)))
                .forEach(each -> menus.computeIfAbsent(each.staff(), id -> new ArrayList<>())
                        .add(each.item()));
        return menus;
    }

    long insert(Permit permit, MenuItemDraft checked, Instant now) {
        Actor by = permit.actor();
        return sql.rows(
                        new Write()
                                .with(
                                        "added",
                                        """
                                        insert into menu_item (tenant_id, name, content, note, created_at, updated_at)
                                        values (?, ?, ?, ?, ?, ?) returning *""",
                                        by.tenantId(),
                                        checked.name(),
                                        checked.content(),
                                        checked.note(),
                                        at(now),
                                        at(now))
                                .with(
                                        "audited",
                                        audited(by, now, "add", "menu_item", "added", "null", STATE.formatted("")))
                                .select("select id from added"),
                        (row, n) -> row.getLong("id"))
                .getFirst();
    }

    /** Whether there was such a line. */
    boolean change(Permit permit, long item, MenuItemDraft checked, Instant now) {
        Actor by = permit.actor();
        return sql.row(
                        new Write()
                                .with("was", was(by, item))
                                .with(
                                        "changed",
                                        """
                                        update menu_item m set name = ?, content = coalesce(?, m.content),
                                            note = coalesce(?, m.note), updated_at = ?
                                        from was where m.tenant_id = was.tenant_id and m.id = was.id
                                        returning m.id, was.state as before, %s as after""".formatted(STATE.formatted("m.")),
                                        checked.name(),
                                        checked.content(),
                                        checked.note(),
                                        at(now))
                                .with("audited", audited(by, now, "change", "menu_item", "changed", "before", "after"))
                                .select("select id from changed"),
                        (row, n) -> true)
                .isPresent();
    }

    /** Whether there was such a line. */
    boolean delete(Permit permit, long item, Instant now) {
        Actor by = permit.actor();
        return sql.row(
                        new Write()
                                .with("was", was(by, item))
                                .with("changed", """
                                        update menu_item m set deleted_at = ?, updated_at = ?
                                        from was where m.tenant_id = was.tenant_id and m.id = was.id
                                        returning m.id, was.state as before""", at(now), at(now))
                                .with("audited", audited(by, now, "delete", "menu_item", "changed", "before", "null"))
                                .select("select id from changed"),
                        (row, n) -> true)
                .isPresent();
    }

    private static SqlText was(Actor by, long item) {
        return new SqlText()
                .add(
                        "select tenant_id, id, " + STATE.formatted("") + " as state from menu_item"
                                + " where tenant_id = ? and id = ? and deleted_at is null for update",
                        by.tenantId(),
                        item);
    }

    /** Keeps others off a person's menu until the transaction ends. @return false if there is no such person */
    boolean lock(Permit permit, long staff) {
        return sql.row(
                        new SqlText()
                                .add(
                                        "select id from staff where tenant_id = ? and id = ? for no key update",
                                        permit.actor().tenantId(),
                                        staff),
                        (row, n) -> true)
                .isPresent();
    }

    /** Replaces the menu of a person who is locked. @return false, with nothing done, if not all lines are there */
    boolean assign(Permit permit, long staff, List<Long> items, Instant now) {
        Actor by = permit.actor();
        long tenant = by.tenantId();
        return sql.rows(
                                new Write()
                                        .with("wanted", """
                                        select w.id, w.position
                                        from unnest(?::bigint[]) with ordinality as w (id, position)
                                        join menu_item m on m.tenant_id = ? and m.id = w.id and m.deleted_at is null""", items.toArray(Long[]::new), tenant)
                                        .with("person", """
                                        select ?::bigint as id, (select coalesce(jsonb_agg(menu_item_id order by position), '[]')
                                            from staff_menu where tenant_id = ? and staff_id = ?) as before
                                        where (select count(*) from wanted) = ?""", staff, tenant, staff, items.size())
                                        .with("taken", """
                                        delete from staff_menu s using person
                                        where s.tenant_id = ? and s.staff_id = person.id
                                            and s.menu_item_id not in (select id from wanted)""", tenant)
                                        .with("given", """
                                        insert into staff_menu (tenant_id, staff_id, menu_item_id, position)
                                        select ?, person.id, wanted.id, wanted.position from person, wanted
                                        on conflict (tenant_id, staff_id, menu_item_id)
                                        do update set position = excluded.position""", tenant)
                                        .with(
                                                "audited",
                                                audited(
                                                        by,
                                                        now,
                                                        "menu",
                                                        "staff",
                                                        "person",
                                                        "jsonb_build_object('menu', before)",
                                                        "jsonb_build_object('menu', (select coalesce(jsonb_agg(id order by"
                                                                + " position), '[]') from wanted))"))
                                        .select("select id from person"),
                                (row, n) -> true)
                        .size()
                == 1;
    }

    private static SqlText audited(
            Actor by, Instant now, String action, String kind, String source, String before, String after) {
        return Change.of(by, by.tenantId(), now, action, kind, source, "id", before, after);
    }
}
