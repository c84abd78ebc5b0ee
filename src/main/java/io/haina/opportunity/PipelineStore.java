package io.haina.opportunity;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.audit.Change;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.opportunity.Pipeline.Stage;
import io.haina.opportunity.PipelineDraft.StageDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** All SQL of pipelines; what takes several statements belongs into the caller's transaction. */
@Repository
class PipelineStore {

    private final Sql sql;

    PipelineStore(Sql sql) {
        this.sql = sql;
    }

    private record Head(long id, String name, int position) {}

    List<Pipeline> all(Scoped scoped) {
        Map<Head, List<Stage>> stages = new LinkedHashMap<>();
        sql.rows(
                new SqlText().add("""
                        select p.id, p.name, p.position, s.id as stage_id, s.name as stage_name, s.rate,
                            s.position as stage_position
                        from pipeline p join stage s on s.tenant_id = p.tenant_id and s.pipeline_id = p.id
                        where p.tenant_id = ? and p.deleted_at is null
                        order by p.position, p.id, s.position""", scoped.actor().tenantId()),
                (row, n) -> stages.computeIfAbsent(
                                new Head(row.getLong("id"), row.getString("name"), row.getInt("position")),
                                head -> new ArrayList<>())
                        .add(new Stage(
                                row.getLong("stage_id"),
                                row.getString("stage_name"),
                                row.getInt("rate"),
                                row.getInt("stage_position"))));
        return stages.entrySet().stream()
                .map(each -> new Pipeline(
                        each.getKey().id(), each.getKey().name(), each.getKey().position(), each.getValue()))
                .toList();
    }

    long insert(Permit permit, PipelineDraft draft, Instant now) {
        Actor actor = permit.actor();
        Write write = new Write()
                .with(
                        "made",
                        "insert into pipeline (tenant_id, name, position) values (?, ?, ?) returning *",
                        actor.tenantId(),
                        draft.name(),
                        draft.position())
                .with(
                        "audited",
                        Change.of(
                                actor,
                                actor.tenantId(),
                                now,
                                "pipeline.add",
                                "pipeline",
                                "made",
                                "id",
                                "null",
                                "to_jsonb(made)"));
        return sql.row(write.select("select id from made"), (row, n) -> row.getLong("id"))
                .orElseThrow();
    }

    /** Keeps opportunities from entering a pipeline until the transaction ends. @return its stages; empty if there is none */
    Optional<Set<Long>> lock(Permit permit, long id) {
        long tenant = permit.actor().tenantId();
        boolean there = sql.row(
                        new SqlText()
                                .add(
                                        "select id from pipeline where tenant_id = ? and id = ? and deleted_at is null"
                                                + " for update",
                                        tenant,
                                        id),
                        (row, n) -> true)
                .isPresent();
        return there
                ? Optional.of(new HashSet<>(sql.rows(
                        new SqlText().add("select id from stage where tenant_id = ? and pipeline_id = ?", tenant, id),
                        (row, n) -> row.getLong("id"))))
                : Optional.empty();
    }

    /** Whether an opportunity, even a deleted one, stands at one of the stages. */
    boolean standsAt(Permit permit, Collection<Long> stages) {
        return sql.row(
                        new SqlText()
                                .add(
                                        "select 1 from opportunity where tenant_id = ? and stage_id = any(?) limit 1",
                                        permit.actor().tenantId(),
                                        stages.toArray(Long[]::new)),
                        (row, n) -> true)
                .isPresent();
    }

    /** Whether a live opportunity is in a pipeline. */
    boolean isUsed(Permit permit, long id) {
        return sql.row(
                        new SqlText()
                                .add(
                                        "select 1 from opportunity where tenant_id = ? and pipeline_id = ?"
                                                + " and deleted_at is null limit 1",
                                        permit.actor().tenantId(),
                                        id),
                        (row, n) -> true)
                .isPresent();
    }

    /** Names a pipeline anew and takes stages away; what is left of them gives up its place. */
    void change(Permit permit, long id, PipelineDraft draft, Collection<Long> gone, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        Write write = new Write()
                .with("was", "select * from pipeline where tenant_id = ? and id = ?", tenant, id)
                .with("was_stages", """
                        select coalesce(jsonb_agg(s order by position), '[]') as stages from stage s
                        where s.tenant_id = ? and s.pipeline_id = ?""", tenant, id)
                .with(
                        "is_now",
                        "update pipeline k set name = ?, position = ? from was"
                                + " where k.tenant_id = ? and k.id = was.id returning k.*",
                        draft.name(),
                        draft.position(),
                        tenant)
                .with(
                        "audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                "pipeline.change",
                                "pipeline",
                                "was join is_now using (id), was_stages",
                                "id",
                                "to_jsonb(was) || jsonb_build_object('stages', stages)",
                                "to_jsonb(is_now)"));
        sql.row(write.select("select id from is_now"), (row, n) -> true);
        sql.change(new SqlText()
                .add(
                        "delete from stage where tenant_id = ? and pipeline_id = ? and id = any(?)",
                        tenant,
                        id,
                        gone.toArray(Long[]::new)));
        sql.change(new SqlText()
                .add("update stage set position = -position where tenant_id = ? and pipeline_id = ?", tenant, id));
    }

    /** Writes the stages of a pipeline in the order of a draft. */
    void writeStages(Permit permit, long id, List<StageDraft> stages) {
        long tenant = permit.actor().tenantId();
        int position = 0;
        for (StageDraft stage : stages) {
            position++;
            sql.change(
                    stage.id() == null
                            ? new SqlText()
                                    .add(
                                            "insert into stage (tenant_id, pipeline_id, name, rate, position)"
                                                    + " values (?, ?, ?, ?, ?)",
                                            tenant,
                                            id,
                                            stage.name(),
                                            stage.rate(),
                                            position)
                            : new SqlText()
                                    .add(
                                            "update stage set name = ?, rate = ?, position = ?"
                                                    + " where tenant_id = ? and pipeline_id = ? and id = ?",
                                            stage.name(),
                                            stage.rate(),
                                            position,
                                            tenant,
                                            id,
                                            stage.id()));
        }
    }

    void delete(Permit permit, long id, Instant now) {
        Actor actor = permit.actor();
        Write write = new Write()
                .with(
                        "deleted",
                        "update pipeline set deleted_at = ? where tenant_id = ? and id = ? and deleted_at is null"
                                + " returning *",
                        at(now),
                        actor.tenantId(),
                        id)
                .with(
                        "audited",
                        Change.of(
                                actor,
                                actor.tenantId(),
                                now,
                                "pipeline.delete",
                                "pipeline",
                                "deleted",
                                "id",
                                "to_jsonb(deleted)",
                                "null"));
        sql.row(write.select("select id from deleted"), (row, n) -> true);
    }

    /** A stage of a pipeline. */
    record At(long pipeline, long stage) {}

    /**
     * Where an opportunity whose pipeline has gone is put: the first stage of the first pipeline. The pipeline that it will be in
     * is kept until the transaction ends.
     *
     * @return empty if its own is there
     */
    Optional<At> insteadOf(Permit permit, long opportunity) {
        long tenant = permit.actor().tenantId();
        boolean there = sql.row(new SqlText().add("""
                                        select p.id from opportunity o join pipeline p
                                            on p.tenant_id = o.tenant_id and p.id = o.pipeline_id
                                        where o.tenant_id = ? and o.id = ? and p.deleted_at is null
                                        for key share of p""", tenant, opportunity), (row, n) -> true)
                .isPresent();
        return there
                ? Optional.empty()
                : sql.row(new SqlText().add("""
                                        select p.id, s.id as stage from pipeline p join stage s
                                            on s.tenant_id = p.tenant_id and s.pipeline_id = p.id
                                        where p.tenant_id = ? and p.deleted_at is null
                                        order by p.position, p.id, s.position limit 1
                                        for key share of p""", tenant), (row, n) -> new At(row.getLong("id"), row.getLong("stage")));
    }

    /** The pipeline of a stage, kept until the transaction ends; empty if there is none. */
    Optional<Long> pipelineOf(Permit permit, long stage) {
        return sql.row(new SqlText().add("""
                        select p.id from stage s join pipeline p on p.tenant_id = s.tenant_id and p.id = s.pipeline_id
                        where s.tenant_id = ? and s.id = ? and p.deleted_at is null
                        for key share of p, s""", permit.actor().tenantId(), stage), (row, n) -> row.getLong("id"));
    }

    /** The first stage of a pipeline; empty if there is none. */
    Optional<Long> firstStage(Permit permit, long pipeline) {
        return sql.row(
                new SqlText()
                        .add(
                                "select id from stage where tenant_id = ? and pipeline_id = ? order by position limit 1",
                                permit.actor().tenantId(),
                                pipeline),
                (row, n) -> row.getLong("id"));
    }
}
