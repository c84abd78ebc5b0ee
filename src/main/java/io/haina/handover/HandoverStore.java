package io.haina.handover;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.audit.Change;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.handover.HandedOver.Party;
import io.haina.handover.HandedOver.Undone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The SQL of handovers themselves: what there is to hand over, and the record of what was. */
@Repository
class HandoverStore {

    private static final String HANDOVERS = """
            select h.*, l.real_name as leaver, t.real_name as recipient, p.name as pool, m.real_name as maker,
                u.real_name as undoer,
                array(select k.kind from handover_count k where k.tenant_id = h.tenant_id and k.handover_id = h.id
                    order by k.kind) as kinds,
                array(select k.moved from handover_count k where k.tenant_id = h.tenant_id and k.handover_id = h.id
                    order by k.kind) as moved,
                array(select coalesce(k.returned, 0) from handover_count k where k.tenant_id = h.tenant_id
                    and k.handover_id = h.id order by k.kind) as returned
            from handover h
            join staff l on l.tenant_id = h.tenant_id and l.id = h.leaver_id
            join staff m on m.tenant_id = h.tenant_id and m.id = h.made_by
            left join staff t on t.tenant_id = h.tenant_id and t.id = h.to_id
            left join pool p on p.tenant_id = h.tenant_id and p.id = h.pool_id
            left join staff u on u.tenant_id = h.tenant_id and u.id = h.undone_by
            where h.tenant_id = ?""";

    private final Sql sql;

    HandoverStore(Sql sql) {
        this.sql = sql;
    }

    /** Somebody of the tenant, locked until the transaction ends; what is no person counts as disabled. */
    record Person(long id, UUID uuid, boolean disabled) {}

    /**
     * Locks people in the order of their numbers, before anything that they hold: so handovers that have to do with one
     * person take turns, and nobody is disabled meanwhile. What only refers to them does not wait.
     */
    List<Person> lock(Permit permit, Collection<Long> people) {
        return sql.rows(
                new SqlText()
                        .add(
                                "select id, uuid, disabled_at is not null or service as disabled from staff"
                                        + " where tenant_id = ? and id = any (?) order by id for no key update",
                                permit.actor().tenantId(),
                                people.toArray(Long[]::new)),
                (row, n) -> new Person(row.getLong("id"), Rows.uuid(row, "uuid"), row.getBoolean("disabled")));
    }

    /** Keeps a pool from being deleted for being empty. @return whether the tenant has it */
    boolean lockPool(Permit permit, long pool) {
        return sql.row(
                        new SqlText()
                                .add(
                                        "select 1 from pool where tenant_id = ? and id = ? and deleted_at is null for share",
                                        permit.actor().tenantId(),
                                        pool),
                        (row, n) -> true)
                .isPresent();
    }

    /** Begins the record of a handover. @return its id */
    long insert(Permit permit, HandoverDraft draft, Instant now) {
        Actor actor = permit.actor();
        return sql.row(
                        new SqlText()
                                .add(
                                        """
                                        insert into handover (tenant_id, leaver_id, to_id, pool_id, disabled, made_by, made_at)
                                        values (?, ?, ?::bigint, ?::bigint, ?, ?, ?) returning id""",
                                        actor.tenantId(),
                                        draft.leaver(),
                                        draft.to(),
                                        draft.pool(),
                                        draft.disable(),
                                        actor.staffId(),
                                        at(now)),
                        (row, n) -> row.getLong("id"))
                .orElseThrow();
    }

    /** Ends it: how much moved of what, and the line of the audit behind which everything is younger. */
    void finish(Permit permit, long handover, Map<Possession, Long> moved, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        moved.forEach((kind, n) -> sql.change(new SqlText()
                .add(
                        "insert into handover_count (tenant_id, handover_id, kind, moved) values (?, ?, ?, ?)",
                        tenant,
                        handover,
                        kind.key(),
                        n)));
        Write write = new Write()
                .with("made", "select * from handover where tenant_id = ? and id = ?", tenant, handover)
                .with("audited", audit(actor, "handover.make", now).add(" returning id"))
                .with("told", event(tenant, "staff.handed_over", now))
                .with(
                        "bounded",
                        "update handover h set audit_id = audited.id from audited where h.tenant_id = ? and h.id = ?",
                        tenant,
                        handover);
        sql.row(write.select("select id from made"), (row, n) -> row.getLong("id"));
    }

    /** A handover that this transaction undoes. */
    record Undoing(
            long id,
            long leaver,
            @Nullable Long to,
            @Nullable Long pool,
            Instant madeAt,
            long auditId) {}

    /** Begins the undoing, once. @return empty if there is no such handover that stands */
    Optional<Undoing> beginUndo(Permit permit, long handover, Instant now) {
        return sql.row(
                new SqlText()
                        .add(
                                """
                                update handover set undone_by = ?, undone_at = ?
                                where tenant_id = ? and id = ? and undone_at is null returning *""",
                                permit.actor().staffId(),
                                at(now),
                                permit.actor().tenantId(),
                                handover),
                (row, n) -> new Undoing(
                        row.getLong("id"),
                        row.getLong("leaver_id"),
                        Rows.optionalLong(row, "to_id"),
                        Rows.optionalLong(row, "pool_id"),
                        Rows.instant(row, "made_at"),
                        row.getLong("audit_id")));
    }

    /** Ends it: how much came back of what. */
    void finishUndo(Permit permit, long handover, Map<Possession, Long> returned, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        returned.forEach((kind, n) -> sql.change(new SqlText()
                .add(
                        "update handover_count set returned = ? where tenant_id = ? and handover_id = ? and kind = ?",
                        n,
                        tenant,
                        handover,
                        kind.key())));
        Write write = new Write()
                .with("made", "select * from handover where tenant_id = ? and id = ?", tenant, handover)
                .with("audited", audit(actor, "handover.undo", now))
                .with("told", event(tenant, "staff.handover_undone", now));
        sql.row(write.select("select id from made"), (row, n) -> row.getLong("id"));
    }

    private static SqlText audit(Actor actor, String action, Instant now) {
        return Change.of(
                actor,
                actor.tenantId(),
                now,
                action,
                "handover",
                "made",
                "id",
                "null",
                "jsonb_build_object('leaver', leaver_id, 'to', to_id, 'pool', pool_id, 'disabled', disabled)");
    }

    private static SqlText event(long tenant, String type, Instant now) {
        return Event.of(
                tenant,
                now,
                type,
                "made",
                "leaver_id",
                "jsonb_build_object('handover', id, 'leaver', leaver_id, 'to', to_id, 'pool', pool_id)");
    }

    boolean exists(Permit permit, long handover) {
        return sql.row(
                        new SqlText()
                                .add(
                                        "select 1 from handover where tenant_id = ? and id = ?",
                                        permit.actor().tenantId(),
                                        handover),
                        (row, n) -> true)
                .isPresent();
    }

    /** What a person of the tenant holds at an instant. */
    Optional<Belongings> belongings(Scoped scoped, long person, Instant now) {
        SqlText statement = new SqlText().add("""
                        select s.id, s.real_name, s.disabled_at is not null as disabled,
                            (select count(*) from customer c where c.tenant_id = s.tenant_id and c.owner_id = s.id
                                and c.deleted_at is null and (c.status = 'won' or c.locked or c.protected_until > ?)) as customer,
                            (select count(*) from customer c where c.tenant_id = s.tenant_id and c.owner_id = s.id
                                and c.deleted_at is null and (c.status = 'won' or c.locked)) as won_or_locked,
                            (select count(*) from record_member m where m.tenant_id = s.tenant_id and m.staff_id = s.id)
                                as membership,
                            (select count(*) from approval a where a.tenant_id = s.tenant_id and a.status = 'pending'
                                and (a.applicant_id = s.id or a.holder_id = s.id)) as request""", at(now));
        for (Possession kind : HandoverMoveStore.RECORDS) {
            statement.add(", (select count(*) from %1$s r where r.tenant_id = s.tenant_id and r.owner_id = s.id"
                    .concat(" and r.deleted_at is null) as %1$s")
                    .formatted(kind.key()));
        }
        return sql.row(
                statement.add(
                        " from staff s where s.tenant_id = ? and s.id = ?",
                        scoped.actor().tenantId(),
                        person),
                (row, n) -> belongings(row));
    }

    private static Belongings belongings(ResultSet row) throws SQLException {
        Map<Possession, Long> counts = new EnumMap<>(Possession.class);
        for (Possession kind : Possession.values()) {
            counts.put(kind, row.getLong(kind.key()));
        }
        return new Belongings(
                row.getLong("id"),
                row.getString("real_name"),
                row.getBoolean("disabled"),
                counts,
                row.getLong("won_or_locked"));
    }

    /** The newest first. A company has few: they are counted as they are read. */
    Slice<HandedOver> page(Scoped scoped, Page page) {
        long tenant = scoped.actor().tenantId();
        long total = sql.row(
                        new SqlText().add("select count(*) from handover where tenant_id = ?", tenant),
                        (row, n) -> row.getLong(1))
                .orElse(0L);
        List<HandedOver> rows = sql.rows(
                new SqlText().add(HANDOVERS, tenant).add(" order by h.id desc ").add(SqlText.limit(page)),
                (row, n) -> handover(row));
        return new Slice<>(rows, page, total, true);
    }

    Optional<HandedOver> find(Permit permit, long handover) {
        long tenant = permit.actor().tenantId();
        return sql.row(new SqlText().add(HANDOVERS, tenant).add(" and h.id = ?", handover), (row, n) -> handover(row));
    }

    private static HandedOver handover(ResultSet row) throws SQLException {
        Map<Possession, Long> moved = new EnumMap<>(Possession.class);
        Map<Possession, Long> returned = new EnumMap<>(Possession.class);
        Map<Possession, Long> left = new EnumMap<>(Possession.class);
        Long[] out = (Long[]) row.getArray("moved").getArray();
        Long[] back = (Long[]) row.getArray("returned").getArray();
        int n = 0;
        for (String key : Rows.texts(row, "kinds")) {
            Possession kind = Possession.of(key);
            moved.put(kind, out[n]);
            returned.put(kind, back[n]);
            left.put(kind, out[n] - back[n]);
            n++;
        }
        Instant undoneAt = Rows.optionalInstant(row, "undone_at");
        return new HandedOver(
                row.getLong("id"),
                new Party(row.getLong("leaver_id"), row.getString("leaver")),
                party(row, "to_id", "recipient"),
                party(row, "pool_id", "pool"),
                row.getBoolean("disabled"),
                new Party(row.getLong("made_by"), row.getString("maker")),
                Rows.instant(row, "made_at"),
                moved,
                undoneAt == null
                        ? null
                        : new Undone(
                                new Party(row.getLong("undone_by"), row.getString("undoer")),
                                undoneAt,
                                returned,
                                left));
    }

    private static @Nullable Party party(ResultSet row, String id, String name) throws SQLException {
        Long number = Rows.optionalLong(row, id);
        return number == null ? null : new Party(number, row.getString(name));
    }
}
