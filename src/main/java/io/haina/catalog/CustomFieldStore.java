package io.haina.catalog;

import static io.haina.database.Rows.at;

import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.audit.Change;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.field.Field;
import io.haina.field.FieldRules;
import io.haina.field.FieldType;
import io.haina.field.FieldType.Shape;
import io.haina.field.RecordKind;
import io.haina.tenant.Role;
import java.time.Instant;
import java.util.Collection;
import org.springframework.stereotype.Repository;

/** All SQL that changes a tenant's catalogues. Each change raises their version, by which every node notices it. */
@Repository
class CustomFieldStore {

    /** The second index of a customers' field. */
    private static final String HELD = "_held";

    private static final String INDEXES = """
            from pg_index x join pg_class i on i.oid = x.indexrelid join pg_namespace s on s.oid = i.relnamespace
            where s.nspname = current_schema()""";

    /** Complete, or being built now; the index of a build that was cut off is there and serves nobody. */
    private static final String USABLE = "x.indisvalid or exists"
            + " (select from pg_stat_progress_create_index p where p.index_relid = x.indexrelid)";

    private static final String NEW_VERSION =
            "update tenant set fields_version = fields_version + 1 where id = ? and exists (select 1 from %s)";

    private final Sql sql;

    CustomFieldStore(Sql sql) {
        this.sql = sql;
    }

    long insert(Permit permit, CustomFieldDraft draft, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        FieldRules rules = draft.rules();
        Write write = new Write()
                .with(
                        "made",
                        """
                        insert into custom_field (tenant_id, kind, label, type, required, is_unique, indexed, maximum_length,
                            options, fill_level, default_value, hint, position, hidden_from, read_only_for, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning *""",
                        tenant,
                        draft.kind().key(),
                        draft.label(),
                        draft.type().name(),
                        rules.required(),
                        rules.unique(),
                        rules.indexed(),
                        draft.maximumLength(),
                        rules.options().toArray(String[]::new),
                        rules.fillLevel(),
                        rules.defaultValue(),
                        rules.hint(),
                        rules.position(),
                        roles(rules.hiddenFrom()),
                        roles(rules.readOnlyFor()),
                        at(now))
                .with("version", NEW_VERSION.formatted("made"), tenant)
                .with(
                        "audited",
                        Change.of(actor, tenant, now, "field.add", "field", "made", "id", "null", "to_jsonb(made)"));
        return sql.row(write.select("select id from made"), (row, n) -> row.getLong("id"))
                .orElseThrow();
    }

    /**
     * Waits for whoever writes records now, and lets nobody write one until the transaction ends.
     *
     * @return the version that the fields have
     */
    long awaitWriters(Permit permit) {
        return sql.row(
                        new SqlText()
                                .add(
                                        "select fields_version from tenant where id = ? for update",
                                        permit.actor().tenantId()),
                        (row, n) -> row.getLong("fields_version"))
                .orElseThrow();
    }

    /** The version that the fields have. */
    long version(Permit permit) {
        return sql.row(
                        new SqlText()
                                .add(
                                        "select fields_version from tenant where id = ?",
                                        permit.actor().tenantId()),
                        (row, n) -> row.getLong("fields_version"))
                .orElseThrow();
    }

    boolean change(Permit permit, long id, CustomFieldDraft draft, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        FieldRules rules = draft.rules();
        Write write = new Write()
                .with(
                        "was",
                        "select * from custom_field where tenant_id = ? and id = ? and deleted_at is null for update",
                        tenant,
                        id)
                .with(
                        "is_now",
                        """
                        update custom_field f set label = ?, type = ?, required = ?, is_unique = ?, indexed = ?,
                            maximum_length = ?, options = ?, fill_level = ?, default_value = ?, hint = ?, position = ?, hidden_from = ?,
                            read_only_for = ?
                        from was where f.tenant_id = ? and f.id = was.id returning f.*""",
                        draft.label(),
                        draft.type().name(),
                        rules.required(),
                        rules.unique(),
                        rules.indexed(),
                        draft.maximumLength(),
                        rules.options().toArray(String[]::new),
                        rules.fillLevel(),
                        rules.defaultValue(),
                        rules.hint(),
                        rules.position(),
                        roles(rules.hiddenFrom()),
                        roles(rules.readOnlyFor()),
                        tenant)
                .with("version", NEW_VERSION.formatted("is_now"), tenant)
                .with(
                        "audited",
                        Change.of(
                                actor,
                                tenant,
                                now,
                                "field.change",
                                "field",
                                "was join is_now using (id)",
                                "id",
                                "to_jsonb(was)",
                                "to_jsonb(is_now)"));
        return sql.row(write.select("select id from is_now"), (row, n) -> true).isPresent();
    }

    void delete(Permit permit, RecordKind kind, Field field, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        Write write = new Write()
                .with("gone", """
                        update custom_field set deleted_at = ?
                        where tenant_id = ? and id = ? and deleted_at is null returning *""", at(now), tenant, field.customId())
                .with(
                        "freed",
                        "delete from unique_value where tenant_id = ? and kind = ? and field = ?",
                        tenant,
                        kind.key(),
                        field.name())
                .with("version", NEW_VERSION.formatted("gone"), tenant)
                .with(
                        "audited",
                        Change.of(actor, tenant, now, "field.delete", "field", "gone", "id", "to_jsonb(gone)", "null"));
        sql.row(write.select("select id from gone"), (row, n) -> true);
    }

    void set(Permit permit, RecordKind kind, FieldSetting setting, Instant now) {
        Actor actor = permit.actor();
        long tenant = actor.tenantId();
        FieldRules rules = setting.rules();
        Write write = new Write()
                .with(
                        "put",
                        """
                        insert into field_setting as s (tenant_id, kind, name, label, required, is_unique, options, position,
                            hidden_from, read_only_for)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (tenant_id, kind, name) do update set label = excluded.label,
                            required = excluded.required, is_unique = excluded.is_unique, options = excluded.options,
                            position = excluded.position, hidden_from = excluded.hidden_from,
                            read_only_for = excluded.read_only_for
                        returning *""",
                        tenant,
                        kind.key(),
                        setting.name(),
                        setting.label(),
                        rules.required(),
                        rules.unique(),
                        rules.options().toArray(String[]::new),
                        rules.position(),
                        roles(rules.hiddenFrom()),
                        roles(rules.readOnlyFor()))
                .with("version", NEW_VERSION.formatted("put"), tenant)
                .with(
                        "audited",
                        Change.of(actor, tenant, now, "field.set", "field", "put", "null", "null", "to_jsonb(put)"));
        sql.row(write.select("select 1 from put"), (row, n) -> true);
    }

    private static String[] roles(Collection<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    /** Live records that have a value in a field. */
    long count(Permit permit, RecordKind kind, long field) {
        return sql.row(
                        new SqlText()
                                .add(
                                        "select count(*) as n from " + kind.key() + " where tenant_id = ?"
                                                + " and deleted_at is null and jsonb_exists(custom, ?)",
                                        permit.actor().tenantId(),
                                        Long.toString(field)),
                        (row, n) -> row.getLong("n"))
                .orElse(0L);
    }

    /** Takes the values of a field from all records. */
    void clear(Permit permit, RecordKind kind, long field) {
        String key = Long.toString(field);
        sql.change(new SqlText()
                .add(
                        "update " + kind.key() + " set custom = custom - ?::text where tenant_id = ?"
                                + " and jsonb_exists(custom, ?)",
                        key,
                        permit.actor().tenantId(),
                        key));
    }

    /** Notes the values that live records have in a field, so that none comes twice. @return whether none does already */
    boolean claimAll(Permit permit, RecordKind kind, Field field) {
        long tenant = permit.actor().tenantId();
        String alias = kind.alias();
        String value = "lower(normalize(btrim((" + field.column() + ")::text), NFKC))";
        releaseAll(permit, kind, field.name());
        int noted = sql.change(new SqlText()
                .add(
                        "insert into unique_value (tenant_id, kind, field, value, record_id) select ?, ?, ?, " + value
                                + ", " + alias + ".id from " + kind.key() + " " + alias + " where " + alias
                                + ".tenant_id = ? and " + alias + ".deleted_at is null and " + field.column()
                                + " is not null on conflict do nothing",
                        tenant,
                        kind.key(),
                        field.name(),
                        tenant));
        long there = sql.row(
                        new SqlText()
                                .add(
                                        "select count(*) as n from " + kind.key() + " " + alias + " where " + alias
                                                + ".tenant_id = ? and " + alias + ".deleted_at is null and "
                                                + field.column() + " is not null",
                                        tenant),
                        (row, n) -> row.getLong("n"))
                .orElse(0L);
        return noted == there;
    }

    /** Forgets the values of a field that may come more than once. */
    void releaseAll(Permit permit, RecordKind kind, String field) {
        sql.change(new SqlText()
                .add(
                        "delete from unique_value where tenant_id = ? and kind = ? and field = ?",
                        permit.actor().tenantId(),
                        kind.key(),
                        field));
    }

    /**
     * Builds the index of a field beside all traffic; must not run in a transaction. It holds the rows of its tenant alone,
     * and serves equality with the newest first, and both directions of an order by the field. Customers have a second one
     * without those in the pools: what was released lately would lie before all that a list of customers wants.
     */
    void buildIndex(long tenant, RecordKind kind, long field, FieldType type) {
        if (type.shape() == Shape.LIST) {
            return;
        }
        String on = " on " + kind.key() + " (" + Field.customSql("custom", field, type)
                + " nulls first, updated_at, id) where deleted_at is null and tenant_id = " + tenant;
        build(index(kind, field), on);
        if (kind == RecordKind.CUSTOMER) {
            build(index(kind, field) + HELD, on + " and owner_id is not null");
        }
        // The planner weighs an index that it knows nothing about as the worse one.
        sql.change(new SqlText().add("analyze " + kind.key()));
    }

    private void build(String index, String on) {
        boolean broken = sql.row(
                        new SqlText().add("select 1 " + INDEXES + " and i.relname = ? and not (" + USABLE + ")", index),
                        (row, n) -> true)
                .isPresent();
        if (broken) {
            sql.change(new SqlText().add("drop index concurrently if exists " + index));
        }
        sql.change(new SqlText().add("create index concurrently if not exists " + index + on));
    }

    void dropIndex(RecordKind kind, long field) {
        sql.change(new SqlText().add("drop index concurrently if exists " + index(kind, field)));
        sql.change(new SqlText().add("drop index concurrently if exists " + index(kind, field) + HELD));
    }

    /**
     * Builds the indexes that fields of any tenant should have and do not: those that a tenant begins with, and those whose
     * build was cut off.
     */
    void buildMissing() {
        SqlText missing = new SqlText().add("""
                select f.tenant_id, f.kind, f.id, f.type from custom_field f
                where f.indexed and f.deleted_at is null and (select count(*) %s
                        and i.relname in (f.kind || '_f' || f.id, f.kind || '_f' || f.id || '_held') and (%s))
                    < case f.kind when 'customer' then 2 else 1 end""".formatted(INDEXES, USABLE));
        record Missing(long tenant, RecordKind kind, long field, FieldType type) {}
        sql.rows(
                        missing,
                        (row, n) -> new Missing(
                                row.getLong("tenant_id"),
                                RecordKind.of(row.getString("kind")).orElseThrow(),
                                row.getLong("id"),
                                FieldType.valueOf(row.getString("type"))))
                .forEach(each -> buildIndex(each.tenant(), each.kind(), each.field(), each.type()));
    }

    private static String index(RecordKind kind, long field) {
        return kind.key() + "_f" + field;
    }
}
