package io.haina.attachment;

import static io.haina.database.Rows.at;

import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.attachment.Attachments.Filed;
import io.haina.audit.Change;
import io.haina.database.FilterSql;
import io.haina.database.Layout;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** All SQL of attachments. Each statement asks anew whether the record is in reach. */
@Repository
class AttachmentStore {

    /** A list is for a person to look through. */
    private static final int LISTED = 1000;

    private static final String STATE =
            "jsonb_build_object('customer', customer_id, 'lead', lead_id, 'contact', contact_id,"
                    + " 'opportunity', opportunity_id, 'product', product_id, 'fileName', file_name, 'mediaType', media_type, 'bytes', bytes)";

    private final Sql sql;

    AttachmentStore(Sql sql) {
        this.sql = sql;
    }

    /** The statement that reads a kind of record under its alias, with its attachments as {@code a}. */
    private static SqlText select(RecordKind kind, String join) {
        return new SqlText().add("""
                select a.id, a.uuid, a.file_name, a.media_type, a.bytes, a.created_at, a.uploaded_by, p.real_name,
                    %2$s.uuid as record
                from %1$s %2$s
                %3$s attachment a on a.tenant_id = %2$s.tenant_id and a.%1$s_id = %2$s.id and a.deleted_at is null
                left join staff p on p.tenant_id = a.tenant_id and p.id = a.uploaded_by
                where\s""".formatted(kind.key(), kind.alias(), join));
    }

    private static SqlText record(RecordKind kind, Filter reach, UUID record) {
        return new FilterSql(Layout.reachOf(kind))
                .where(reach)
                .add(" and %1$s.uuid = ? and %1$s.deleted_at is null".formatted(kind.alias()), record);
    }

    /** The live attachments of a record; empty if the record is out of reach. */
    Optional<List<Attachment>> list(Scoped scoped, RecordKind kind, UUID record) {
        List<Optional<Attachment>> rows = sql.rows(
                select(kind, "left join")
                        .add(record(kind, scoped.filter(), record))
                        .add(" order by a.created_at desc, a.id desc limit " + LISTED),
                (row, n) -> row.getObject("uuid") == null ? Optional.<Attachment>empty() : Optional.of(row(row)));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.stream().flatMap(Optional::stream).toList());
    }

    Optional<Attachment> find(Scoped scoped, RecordKind kind, UUID record, UUID attachment) {
        return sql.row(
                select(kind, "join").add(record(kind, scoped.filter(), record)).add(" and a.uuid = ?", attachment),
                (row, n) -> row(row));
    }

    /** A file by its number, with the record, of one kind, that it belongs to. */
    Optional<Filed> filed(Scoped scoped, RecordKind kind, long attachment) {
        return sql.row(
                select(kind, "join")
                        .add(new FilterSql(Layout.reachOf(kind)).where(scoped.filter()))
                        .add(" and %s.deleted_at is null and a.id = ?".formatted(kind.alias()), attachment),
                (row, n) -> new Filed(kind, Rows.uuid(row, "record"), row(row)));
    }

    /** The UUID of a record. */
    Optional<UUID> uuid(Scoped scoped, RecordKind kind, long record) {
        return sql.row(
                new SqlText()
                        .add("select %2$s.uuid from %1$s %2$s where ".formatted(kind.key(), kind.alias()))
                        .add(new FilterSql(Layout.reachOf(kind)).where(scoped.filter()))
                        .add(" and %1$s.id = ? and %1$s.deleted_at is null".formatted(kind.alias()), record),
                (row, n) -> Rows.uuid(row, "uuid"));
    }

    /** Whether there is such a record in reach. For adding, it only says whether a file is worth reading: the insert decides. */
    boolean reaches(RecordKind kind, Filter reach, UUID record) {
        return sql.row(
                        new SqlText()
                                .add("select 1 from %s %s where ".formatted(kind.key(), kind.alias()))
                                .add(record(kind, reach, record)),
                        (row, n) -> true)
                .isPresent();
    }

    /** Writes the record with its id. Empty, with nothing written, if what it is for is out of reach by now. */
    Optional<Attachment> insert(Permit permit, RecordKind kind, UUID record, Attachment added, String sha256) {
        SqlText insert = new SqlText()
                .add(
                        """
                        insert into attachment (tenant_id, uuid, %1$s_id, file_name, media_type, bytes, sha256,
                            uploaded_by, created_at)
                        select %2$s.tenant_id, ?, %2$s.id, ?, ?, ?, decode(?, 'hex'), ?, ? from %1$s %2$s where\s""".formatted(kind.key(), kind.alias()),
                        added.uuid(),
                        added.fileName(),
                        added.mediaType(),
                        added.bytes(),
                        sha256,
                        permit.actor().staffId(),
                        at(added.createdAt()))
                .add(record(kind, permit.reach(), record))
                .add(" for share returning *");
        SqlText write = written(permit, "added", insert, added.createdAt(), "add", "null", STATE)
                .select("select id from added");
        return sql.row(write, (row, n) -> added.withId(row.getLong("id")));
    }

    /** Writes a file that is no record's yet, with its id. The audit hears of it when a record names it. */
    Attachment insert(Permit permit, Attachment added, String sha256) {
        SqlText insert = new SqlText()
                .add(
                        """
                        insert into attachment (tenant_id, uuid, file_name, media_type, bytes, sha256, uploaded_by, created_at)
                        values (?, ?, ?, ?, ?, decode(?, 'hex'), ?, ?) returning id""",
                        permit.actor().tenantId(),
                        added.uuid(),
                        added.fileName(),
                        added.mediaType(),
                        added.bytes(),
                        sha256,
                        permit.actor().staffId(),
                        at(added.createdAt()));
        return sql.row(insert, (row, n) -> added.withId(row.getLong("id"))).orElseThrow();
    }

    /** Forgets files that no record has named since an instant; {@link FileSweep} then takes their content. */
    void forget(Instant before) {
        sql.change(new SqlText().add("""
                        delete from attachment where created_at < ?
                            and num_nonnulls(customer_id, lead_id, contact_id, opportunity_id, product_id) = 0""", at(before)));
    }

    /** Takes a file from its record. @return whether it was there and the record in reach */
    boolean delete(Permit permit, RecordKind kind, UUID record, UUID attachment, Instant now) {
        SqlText delete = new SqlText()
                .add(
                        "update attachment a set deleted_at = ? from %1$s %2$s where a.tenant_id = %2$s.tenant_id"
                                .formatted(kind.key(), kind.alias()),
                        at(now))
                .add(
                        " and a.%1$s_id = %2$s.id and a.deleted_at is null and a.uuid = ? and "
                                .formatted(kind.key(), kind.alias()),
                        attachment)
                .add(record(kind, permit.reach(), record))
                .add(" returning a.*");
        return sql.row(
                        written(permit, "deleted", delete, now, "delete", STATE, "null")
                                .select("select id from deleted"),
                        (row, n) -> true)
                .isPresent();
    }

    private static Write written(
            Permit permit, String part, SqlText change, Instant now, String action, String before, String after) {
        long tenantId = permit.actor().tenantId();
        return new Write()
                .with(part, change)
                .with(
                        "audited",
                        Change.of(permit.actor(), tenantId, now, action, "attachment", part, "id", before, after))
                .with(
                        "told",
                        Event.of(
                                tenantId,
                                now,
                                "attachment." + part,
                                part,
                                "id",
                                "jsonb_build_object('uuid', uuid, 'customer', customer_id, 'mediaType', media_type)"));
    }

    /** Of some files those that a record knows, deleted records included. */
    Set<UUID> known(long tenantId, List<UUID> files) {
        return new HashSet<>(sql.rows(
                new SqlText()
                        .add(
                                "select uuid from attachment where tenant_id = ? and uuid = any(?::uuid[])",
                                tenantId,
                                files.stream().map(UUID::toString).toArray(String[]::new)),
                (row, n) -> Rows.uuid(row, "uuid")));
    }

    private static Attachment row(ResultSet row) throws SQLException {
        return new Attachment(
                row.getLong("id"),
                Rows.uuid(row, "uuid"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("bytes"),
                row.getLong("uploaded_by"),
                row.getString("real_name"),
                Rows.instant(row, "created_at"));
    }
}
