package io.haina.approval;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.audit.Change;
import io.haina.database.FilterSql;
import io.haina.database.Ids;
import io.haina.database.Layout;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of requests. */
@Repository
class ApprovalStore {

    /** Up to here the totals of lists are counted; beyond, they are said to be at least so many. */
    static final int COUNTED_MINE = 1_000;

    static final int COUNTED_PENDING = 10_000;

    private static final FilterSql CUSTOMERS = new FilterSql(Layout.reachOf(RecordKind.CUSTOMER));

    /** A request is within the reach of whoever may see what its applicant holds. */
    private static final FilterSql REQUESTS = new FilterSql(new Layout(
            new FieldCatalog(List.of()),
            "a.tenant_id",
            "a.applicant_id",
            "a.applicant_team_id",
            Layout.TextSearch.none()));

    private final Sql sql;

    ApprovalStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * Files a request about a customer for which its kind permits it, within the protection that is open now.
     *
     * @return its id; empty if there is none such, or the applicant's same request waits already
     */
    Optional<UUID> insert(
            Permit permit, ApprovalKind kind, UUID customer, String reason, @Nullable Integer days, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        SqlText filed = new SqlText()
                .add(
                        """
                        insert into approval (tenant_id, uuid, kind, applicant_id, applicant_team_id, customer_id,
                            holder_id, protection_id, reason, extension_days, created_at)
                        select ?, ?, ?, ?, ?::bigint, c.id, c.owner_id, p.id, ?, ?::integer, ?
                        from customer c
                        join protection p on p.tenant_id = c.tenant_id and p.customer_id = c.id and p.ended_at is null
                        where c.tenant_id = ? and c.uuid = ? and c.deleted_at is null and c.owner_id is not null and\s""",
                        tenant,
                        Ids.uuid(),
                        kind.name(),
                        actor.staffId(),
                        actor.teamId(),
                        reason,
                        days,
                        at(now),
                        tenant,
                        customer)
                .add(kind.permits(actor, now))
                .add("""

                        on conflict (tenant_id, protection_id, applicant_id, kind) where status = 'pending' do nothing
                        returning id, uuid, kind, customer_id, holder_id, reason, extension_days""");
        Write write = new Write()
                .with("filed", filed)
                .with(
                        "audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                "approval.file",
                                "approval",
                                "filed",
                                "id",
                                "null",
                                "to_jsonb(filed)"))
                .with(
                        "told",
                        Event.of(
                                tenant,
                                now,
                                "approval.filed",
                                "filed",
                                "id",
                                "jsonb_build_object('approval', uuid, 'kind', kind)"));
        return sql.row(write.select("select uuid from filed"), (row, n) -> Rows.uuid(row, "uuid"));
    }

    /** Whether the applicant has asked for this about a customer as it is held now, and waits for the answer. */
    boolean waits(Permit permit, ApprovalKind kind, UUID customer) {
        Actor actor = permit.actor();
        return sql.row(
                        new SqlText().add("""
                        select 1 from customer c
                        join protection p on p.tenant_id = c.tenant_id and p.customer_id = c.id
                            and p.ended_at is null
                        join approval a on a.tenant_id = p.tenant_id and a.protection_id = p.id
                        where c.tenant_id = ? and c.uuid = ? and c.deleted_at is null
                            and a.status = 'pending' and a.applicant_id = ? and a.kind = ?""", actor.tenantId(), customer, actor.staffId(), kind.name()),
                        (row, n) -> true)
                .isPresent();
    }

    /** A living customer of the tenant as a request sees it, whether or not the query reaches it. */
    Optional<ApprovalKind.Target> target(Scoped scoped, UUID customer) {
        return sql.row(
                new SqlText()
                        .add("select c.owner_id, c.protected_until, c.status <> 'won' and not c.locked as expires, ")
                        .add(CUSTOMERS.where(scoped.reach()))
                        .add(
                                " as visible from customer c where c.tenant_id = ? and c.uuid = ? and c.deleted_at is null",
                                scoped.actor().tenantId(),
                                customer),
                (row, n) -> new ApprovalKind.Target(
                        Rows.optionalLong(row, "owner_id"),
                        Rows.optionalInstant(row, "protected_until"),
                        row.getBoolean("expires"),
                        row.getBoolean("visible")));
    }

    Slice<Approval> mine(Scoped scoped, Page page) {
        return page(REQUESTS.where(scoped.filter()), page, COUNTED_MINE);
    }

    Slice<Approval> pending(Scoped scoped, Page page) {
        return page(
                REQUESTS.where(scoped.filter())
                        .add(
                                " and a.status = 'pending' and a.applicant_id <> ?",
                                scoped.actor().staffId()),
                page,
                COUNTED_PENDING);
    }

    /** A request of the query, by its number. */
    Optional<Approval> find(Scoped scoped, long id) {
        return first(REQUESTS.where(scoped.filter()).add(" and a.id = ?", id));
    }

    /** A request of the query, by its public id. */
    Optional<Approval> find(Scoped scoped, UUID id) {
        return first(REQUESTS.where(scoped.filter()).add(" and a.uuid = ?", id));
    }

    /** The last request of the query about a customer that is not decided yet. */
    Optional<Approval> pendingAbout(Scoped scoped, UUID customer) {
        return first(REQUESTS.where(scoped.filter())
                .add(
                        " and a.status = 'pending' and a.customer_id = (select id from customer where tenant_id = ? and uuid = ?)",
                        scoped.actor().tenantId(),
                        customer));
    }

    private Optional<Approval> first(SqlText where) {
        return page(where, new Page(1, 1), 1).rows().stream().findFirst();
    }

    /** The public id of a request of the actor's tenant, for whoever asks further whether it may be decided. */
    Optional<UUID> uuid(Permit permit, long id) {
        return sql.row(
                new SqlText()
                        .add(
                                "select uuid from approval where tenant_id = ? and id = ?",
                                permit.actor().tenantId(),
                                id),
                (row, n) -> Rows.uuid(row, "uuid"));
    }

    private record Counted(long total, @Nullable Approval approval) {}

    private Slice<Approval> page(SqlText where, Page page, int counted) {
        SqlText statement = new SqlText()
                .add("""
                        select total.n as total, a.*, p.real_name as applicant_name, t.name as applicant_team,
                            c.uuid as customer, c.name as customer_name, d.real_name as decided_by_name
                        from (select count(*) as n from (select 1 from approval a where\s""")
                .add(where)
                .add(" limit " + (counted + 1) + ") x) total\nleft join (select * from approval a where ")
                .add(where)
                .add(" order by a.created_at desc, a.id desc ")
                .add(SqlText.limit(page))
                .add(") a on true")
                .add("""

                        left join staff p on p.tenant_id = a.tenant_id and p.id = a.applicant_id
                        left join team t on t.tenant_id = a.tenant_id and t.id = a.applicant_team_id
                        left join customer c on c.tenant_id = a.tenant_id and c.id = a.customer_id
                        left join staff d on d.tenant_id = a.tenant_id and d.id = a.decided_by
                        order by a.created_at desc, a.id desc""");
        List<Counted> rows = sql.rows(statement, (row, n) -> counted(row));
        long total = rows.getFirst().total();
        List<Approval> approvals = rows.stream()
                .flatMap(row -> Optional.ofNullable(row.approval()).stream())
                .toList();
        return new Slice<>(approvals, page, Math.min(total, counted), total <= counted);
    }

    private static Counted counted(ResultSet row) throws SQLException {
        return new Counted(row.getLong("total"), row.getObject("id") == null ? null : approval(row));
    }

    private static Approval approval(ResultSet row) throws SQLException {
        return new Approval(
                row.getLong("id"),
                Rows.uuid(row, "uuid"),
                row.getString("kind"),
                row.getLong("applicant_id"),
                row.getString("applicant_name"),
                Rows.optionalLong(row, "applicant_team_id"),
                row.getString("applicant_team"),
                Rows.uuid(row, "customer"),
                row.getLong("customer_id"),
                row.getString("customer_name"),
                row.getString("reason"),
                days(row),
                ApprovalStatus.of(row.getString("status")).orElseThrow(() -> new SQLException("unknown status")),
                Rows.optionalLong(row, "decided_by"),
                row.getString("decided_by_name"),
                Rows.optionalInstant(row, "decided_at"),
                row.getString("decision_comment"),
                Rows.instant(row, "created_at"));
    }

    private static @Nullable Integer days(ResultSet row) throws SQLException {
        int days = row.getInt("extension_days");
        return row.wasNull() ? null : days;
    }

    /** A request that this transaction has decided. */
    record Pending(String kind, ApprovalKind.Request request) {}

    /** Decides a pending request of another. @return empty if there is none such within reach */
    Optional<Pending> decide(Permit permit, UUID id, ApprovalStatus status, @Nullable String comment, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        SqlText decided = new SqlText()
                .add(
                        "update approval a set status = ?, decided_by = ?, decided_at = ?, decision_comment = ? where ",
                        status.key(),
                        actor.staffId(),
                        at(now),
                        comment)
                .add(REQUESTS.where(permit.reach()))
                .add("""
                         and a.uuid = ? and a.status = 'pending' and a.applicant_id <> ?
                        returning a.id, a.uuid, a.kind, a.applicant_id, a.customer_id, a.holder_id, a.protection_id,
                            a.extension_days, a.status, a.decision_comment""", id, actor.staffId());
        Write write = new Write()
                .with("decided", decided)
                .with(
                        "audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                "approval.decide",
                                "approval",
                                "decided",
                                "id",
                                "jsonb_build_object('status', 'pending')",
                                "jsonb_build_object('status', status, 'comment', decision_comment)"))
                .with(
                        "told",
                        Event.of(
                                tenant,
                                now,
                                "approval.decided",
                                "decided",
                                "id",
                                "jsonb_build_object('approval', uuid, 'kind', kind, 'status', status)"));
        return sql.row(
                write.select("select * from decided"),
                (row, n) -> new Pending(
                        row.getString("kind"),
                        new ApprovalKind.Request(
                                row.getLong("id"),
                                Rows.uuid(row, "uuid"),
                                row.getLong("applicant_id"),
                                row.getLong("customer_id"),
                                row.getLong("holder_id"),
                                row.getLong("protection_id"),
                                days(row))));
    }

    /** Why a request is not for the actor to decide. */
    enum Standing {
        UNSEEN,
        OWN,
        DECIDED
    }

    Standing standing(Scoped scoped, UUID id) {
        return sql.row(
                        new SqlText()
                                .add(
                                        "select a.applicant_id = ? as own, ",
                                        scoped.actor().staffId())
                                .add(REQUESTS.where(scoped.reach()))
                                .add(
                                        " as visible from approval a where a.tenant_id = ? and a.uuid = ?",
                                        scoped.actor().tenantId(),
                                        id),
                        (row, n) -> row.getBoolean("own")
                                ? Standing.OWN
                                : row.getBoolean("visible") ? Standing.DECIDED : Standing.UNSEEN)
                .orElse(Standing.UNSEEN);
    }
}
