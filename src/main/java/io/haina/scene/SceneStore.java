package io.haina.scene;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.audit.Change;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.field.RecordKind;
import io.haina.filter.Operator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of scenes: each person reads and writes but the own ones. */
@Repository
class SceneStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sql sql;

    SceneStore(Sql sql) {
        this.sql = sql;
    }

    /** An own scene without what the person chose about it. */
    record Kept(
            long id,
            RecordKind kind,
            String name,
            List<Condition> conditions,
            @Nullable String source) {}

    /**
     * What a person chose about a scene.
     *
     * @param position null for none
     */
    record Choice(@Nullable Long position, boolean hidden, boolean isDefault) {

        static final Choice NONE = new Choice(null, false, false);
    }

    /** The person's own scenes of a kind, the oldest first. */
    List<Kept> own(Scoped scoped, RecordKind kind) {
        return sql.rows(
                new SqlText()
                        .add(
                                "select * from scene where tenant_id = ? and staff_id = ? and kind = ? order by id",
                                scoped.actor().tenantId(),
                                scoped.actor().staffId(),
                                kind.key()),
                SceneStore::kept);
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        List<Condition> conditions = new ArrayList<>();
        for (JsonNode each : JSON.readTree(row.getString("conditions"))) {
            List<String> values = new ArrayList<>();
            each.path("values").forEach(value -> values.add(value.asString()));
            Operator operator = Operator.of(each.path("operator").asString())
                    .orElseThrow(() -> new SQLException("unknown operator"));
            conditions.add(new Condition(each.path("field").asString(), operator, values));
        }
        return new Kept(
                row.getLong("id"),
                RecordKind.of(row.getString("kind")).orElseThrow(() -> new SQLException("unknown kind")),
                row.getString("name"),
                conditions,
                row.getString("source"));
    }

    /** What the person chose about scenes of a kind, by their ids. */
    Map<Long, Choice> choices(Scoped scoped, RecordKind kind) {
        Map<Long, Choice> choices = new HashMap<>();
        sql.rows(
                new SqlText()
                        .add(
                                "select * from scene_choice where tenant_id = ? and staff_id = ? and kind = ?",
                                scoped.actor().tenantId(),
                                scoped.actor().staffId(),
                                kind.key()),
                (row, n) -> choices.put(
                        row.getLong("scene_id"),
                        new Choice(
                                Rows.optionalLong(row, "position"),
                                row.getBoolean("hidden"),
                                row.getBoolean("is_default"))));
        return choices;
    }

    /** Makes whoever else writes the person's scenes wait until the transaction ends. */
    void lock(Permit permit) {
        sql.row(
                new SqlText()
                        .add(
                                "select id from staff where tenant_id = ? and id = ? for no key update",
                                permit.actor().tenantId(),
                                permit.actor().staffId()),
                (row, n) -> true);
    }

    long insert(Permit permit, RecordKind kind, SceneDraft draft, Instant now) {
        Actor actor = permit.actor();
        Write write = new Write()
                .with(
                        "made",
                        """
                        insert into scene (tenant_id, staff_id, kind, name, conditions, source, created_at, updated_at)
                        values (?, ?, ?, ?, ?::jsonb, ?, ?, ?) returning *""",
                        actor.tenantId(),
                        actor.staffId(),
                        kind.key(),
                        draft.name(),
                        JSON.writeValueAsString(draft.conditions()),
                        draft.source(),
                        at(now),
                        at(now))
                .with("audited", audit(actor, "add", "made", "null", "to_jsonb(made)", now));
        return sql.row(write.select("select id from made"), (row, n) -> row.getLong("id"))
                .orElseThrow();
    }

    /** Writes an own scene anew. @return its kind; empty if the person has none of that id */
    Optional<RecordKind> change(Permit permit, long id, SceneDraft draft, Instant now) {
        Actor actor = permit.actor();
        Write write = new Write()
                .with("was", own(actor, id))
                .with(
                        "is_now",
                        "update scene k set name = ?, conditions = ?::jsonb, source = ?, updated_at = ?"
                                + " from was where k.tenant_id = ? and k.id = was.id returning k.*",
                        draft.name(),
                        JSON.writeValueAsString(draft.conditions()),
                        draft.source(),
                        at(now),
                        actor.tenantId())
                .with(
                        "audited",
                        audit(actor, "change", "was join is_now using (id)", "to_jsonb(was)", "to_jsonb(is_now)", now));
        return sql.row(write.select("select kind from is_now"), (row, n) -> row.getString("kind"))
                .flatMap(RecordKind::of);
    }

    /** Takes an own scene away, with what was chosen about it. @return whether the person had one of that id */
    boolean delete(Permit permit, long id, Instant now) {
        Actor actor = permit.actor();
        Write write = new Write()
                .with("was", own(actor, id))
                .with(
                        "gone",
                        "delete from scene k using was where k.tenant_id = ? and k.id = was.id returning k.id",
                        actor.tenantId())
                .with(
                        "unchosen",
                        "delete from scene_choice k using was"
                                + " where k.tenant_id = ? and k.staff_id = ? and k.scene_id = was.id",
                        actor.tenantId(),
                        actor.staffId())
                .with("audited", audit(actor, "delete", "was", "to_jsonb(was)", "null", now));
        return sql.row(write.select("select id from gone"), (row, n) -> true).isPresent();
    }

    /** The kind of an own scene; empty if the person has none of that id. */
    Optional<RecordKind> kindOf(Permit permit, long id) {
        return sql.row(own(permit.actor(), id), (row, n) -> row.getString("kind"))
                .flatMap(RecordKind::of);
    }

    private static SqlText own(Actor actor, long id) {
        return new SqlText()
                .add(
                        "select * from scene where tenant_id = ? and staff_id = ? and id = ? for update",
                        actor.tenantId(),
                        actor.staffId(),
                        id);
    }

    private static SqlText audit(Actor actor, String action, String source, String before, String after, Instant now) {
        return Change.of(actor, actor.tenantId(), now, "scene." + action, "scene", source, "id", before, after);
    }

    /** Lets no scene of a kind, or this one alone, be the one that the list begins with. */
    void clearDefault(Permit permit, RecordKind kind, @Nullable Long only) {
        sql.change(new SqlText()
                .add(
                        "update scene_choice set is_default = false where tenant_id = ? and staff_id = ? and kind = ?"
                                + " and is_default and scene_id = coalesce(?::bigint, scene_id)",
                        permit.actor().tenantId(),
                        permit.actor().staffId(),
                        kind.key(),
                        only));
    }

    /** Lets the list begin with a scene, and shows it. */
    void setDefault(Permit permit, RecordKind kind, long id) {
        sql.change(
                new SqlText().add("""
                        insert into scene_choice as k (tenant_id, staff_id, kind, scene_id, is_default)
                        values (?, ?, ?, ?, true)
                        on conflict (tenant_id, staff_id, kind, scene_id)
                            do update set is_default = true, hidden = false""", permit.actor().tenantId(), permit.actor().staffId(), kind.key(), id));
    }

    /** Gives scenes their places: those shown first, those hidden behind; of any other nothing is chosen then. */
    void arrange(Permit permit, RecordKind kind, List<Long> shown, List<Long> hidden) {
        Actor actor = permit.actor();
        sql.change(new SqlText()
                .add(
                        "update scene_choice set position = null, hidden = false"
                                + " where tenant_id = ? and staff_id = ? and kind = ?",
                        actor.tenantId(),
                        actor.staffId(),
                        kind.key()));
        List<Long> all = new ArrayList<>(shown);
        all.addAll(hidden);
        sql.change(new SqlText()
                .add("""
                        insert into scene_choice as k (tenant_id, staff_id, kind, scene_id, position, hidden)
                        select ?, ?, ?, s.id, s.n, s.n > ? from unnest(?::bigint[]) with ordinality as s (id, n)
                        on conflict (tenant_id, staff_id, kind, scene_id) do update
                        set position = excluded.position, hidden = excluded.hidden,
                            is_default = k.is_default and not excluded.hidden""", actor.tenantId(), actor.staffId(), kind.key(), shown.size(), all.toArray(Long[]::new)));
    }
}
