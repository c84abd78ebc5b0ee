package io.haina.sharing;

import io.haina.access.Actor;
import io.haina.database.Rows;
import io.haina.database.SqlText;
import io.haina.field.RecordKind;
import java.time.Instant;

/** SQL that statements of other packages are made with: columns beside a record, and parts of a change of hands. */
public final class Sharing {

    private Sharing() {}

    /** A column, true where the actor has marked the record, read under its kind's alias, with a star. */
    public static SqlText starred(Actor actor, RecordKind kind) {
        return new SqlText()
                .add(
                        "exists (select 1 from star x where x.tenant_id = ? and x.staff_id = ? and x.kind = ?"
                                + " and x.record_id = " + kind.alias() + ".id)",
                        actor.tenantId(),
                        actor.staffId(),
                        kind.key());
    }

    /** A column of type bigint[]: the members of a power, in the order of their numbers. It has no parameters. */
    public static String members(RecordKind kind, Power power) {
        return "array(select x.staff_id from record_member x where x.tenant_id = %1$s.tenant_id and x.kind = '%2$s' and x.record_id = %1$s.id and x.power = '%3$s' order by x.staff_id)"
                .formatted(kind.alias(), kind.key(), power.key());
    }

    /**
     * A part of a {@link io.haina.database.Write} that takes all members off.
     *
     * @param source the earlier part, with columns tenant_id and id
     */
    public static String clear(RecordKind kind, String source) {
        return """
                delete from record_member m using %1$s x
                where m.tenant_id = x.tenant_id and m.kind = '%2$s' and m.record_id = x.id""".formatted(source, kind.key());
    }

    /**
     * A part that takes a new owner off the members.
     *
     * @param source the earlier part, with columns tenant_id, id and owner_id
     */
    public static String withoutOwner(RecordKind kind, String source) {
        return clear(kind, source) + " and m.staff_id = x.owner_id";
    }

    /**
     * A part that keeps a former owner as a member.
     *
     * @param source the earlier part, with columns tenant_id, id and former, none of whose rows has an owner who was one
     */
    public static SqlText keepFormer(RecordKind kind, String source, Power power, Actor actor, Instant now) {
        return new SqlText().add("""
                        insert into record_member as m (tenant_id, kind, record_id, staff_id, power, added_by, added_at)
                        select x.tenant_id, ?, x.id, x.former, ?, ?, ? from %s x
                        on conflict (tenant_id, kind, record_id, staff_id) do update set power = excluded.power""".formatted(source), kind.key(), power.key(), actor.staffId(), Rows.at(now));
    }
}
