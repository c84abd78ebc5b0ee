package io.haina.attachment;

import static io.haina.database.Rows.at;

import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.audit.Change;
import io.haina.customer.CustomerLayout;
import io.haina.database.FilterSql;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.database.Write;
import io.haina.event.Event;
import io.haina.filter.Filter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** All SQL of attachments. Each statement asks anew whether the customer is in reach. */
@Repository
class AttachmentStore {

    private static final FilterSql FILTERS = new FilterSql(CustomerLayout.LAYOUT);

    /** A list is for a person to look through. */
    private static final int LISTED = 1000;

    private static final String SELECT = """
            select a.id, a.uuid, a.file_name, a.media_type, a.bytes, a.created_at, p.real_name
            from customer c
            """;
    private static final String UPLOADER =
            "left join staff p on p.tenant_id = a.tenant_id and p.id = a.uploaded_by\nwhere ";
    private static final String STATE =
            "jsonb_build_object('customer', customer_id, 'fileName', file_name, 'mediaType', media_type, 'bytes', bytes)";

    private final Sql sql;

    AttachmentStore(Sql sql) {
        this.sql = sql;
    }

    private static SqlText customer(Filter reach, UUID customer) {
        return FILTERS.where(reach).add(" and c.uuid = ? and c.deleted_at is null", customer);
    }

    /** The live attachments of a customer; empty if the customer is out of reach. */
    Optional<List<Attachment>> list(Scoped scoped, UUID customer) {
        List<Optional<Attachment>> rows = sql.rows(
                new SqlText()
                        .add(SELECT)
                        .add("""
                                left join attachment a on a.tenant_id = c.tenant_id and a.customer_id = c.id
                                    and a.deleted_at is null
                                """ + UPLOADER)
                        .add(customer(scoped.filter(), customer))
                        .add(" order by a.created_at desc, a.id desc limit " + LISTED),
                (row, n) -> row.getObject("uuid") == null ? Optional.<Attachment>empty() : Optional.of(row(row)));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.stream().flatMap(Optional::stream).toList());
    }

    Optional<Attachment> find(Scoped scoped, UUID customer, UUID attachment) {
        return sql.row(
                new SqlText()
                        .add(SELECT)
                        .add("join attachment a on a.tenant_id = c.tenant_id and a.customer_id = c.id\n" + UPLOADER)
                        .add(customer(scoped.filter(), customer))
                        .add(" and a.uuid = ? and a.deleted_at is null", attachment),
                (row, n) -> row(row));
    }

    /** Whether it is worth while to read a file: the insert decides. */
    boolean mayAdd(Permit permit, UUID customer) {
        return !sql.rows(
                        new SqlText().add("select c.id from customer c where ").add(customer(permit.reach(), customer)),
                        (row, n) -> true)
                .isEmpty();
    }

    /** Writes the record with its id. Empty, with nothing written, if the customer is out of reach by now. */
    Optional<Attachment> insert(Permit permit, UUID customer, Attachment added, String sha256) {
        long tenantId = permit.actor().tenantId();
        SqlText insert = new SqlText()
                .add(
                        """
                        insert into attachment (tenant_id, uuid, customer_id, file_name, media_type, bytes, sha256,
                            uploaded_by, created_at)
                        select c.tenant_id, ?, c.id, ?, ?, ?, decode(?, 'hex'), ?, ? from customer c where\s""",
                        added.uuid(),
                        added.fileName(),
                        added.mediaType(),
                        added.bytes(),
                        sha256,
                        permit.actor().staffId(),
                        at(added.createdAt()))
                .add(customer(permit.reach(), customer))
                .add(" for share returning *");
        SqlText write = new Write()
                .with("added", insert)
                .with(
                        "audited",
                        Change.of(
                                permit.actor(),
                                tenantId,
                                added.createdAt(),
                                "add",
                                "attachment",
                                "added",
                                "id",
                                "null",
                                STATE))
                .with(
                        "told",
                        Event.of(
                                tenantId,
                                added.createdAt(),
                                "attachment.added",
                                "added",
                                "id",
                                "jsonb_build_object('uuid', uuid, 'customer', customer_id, 'mediaType', media_type)"))
                .select("select id from added");
        return sql.row(
                write,
                (row, n) -> new Attachment(
                        row.getLong("id"),
                        added.uuid(),
                        added.fileName(),
                        added.mediaType(),
                        added.bytes(),
                        added.uploadedByName(),
                        added.createdAt()));
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
                row.getString("real_name"),
                Rows.instant(row, "created_at"));
    }
}
