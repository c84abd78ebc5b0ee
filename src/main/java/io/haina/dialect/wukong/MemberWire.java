package io.haina.dialect.wukong;

import io.haina.dialect.Numbers;
import org.jspecify.annotations.Nullable;

/** Members and stars on the wire. */
sealed interface MemberWire extends WukongWire {

    /** An order to make people members of records, or to take them off. */
    record Change(
            @Nullable Numbers ids,
            @Nullable Numbers memberIds,
            @Nullable Integer power) implements MemberWire {}

    /**
     * Somebody who works on a record.
     *
     * @param name of the department
     */
    record Shown(long id, String realname, @Nullable String name, String power, String groupRole)
            implements MemberWire {}

    /** A record that gets a star or loses it. */
    record Starred(
            @Nullable Long id,
            @Nullable Long type,
            @Nullable Long leadsId,
            @Nullable Long customerId,
            @Nullable Long contactsId,
            @Nullable Long businessId)
            implements MemberWire {}
}
