package io.haina.dialect.wukong;

import io.haina.dialect.Numbers;
import org.jspecify.annotations.Nullable;

/** Follow-ups on the wire. */
sealed interface FollowUpWire extends WukongWire {

    /**
     * A follow-up.
     *
     * @param activityType the number of the kind of record, with {@code activityTypeId} for the record
     * @param typesId the record, where the path tells its kind
     */
    record FollowUp(
            @Nullable Long activityType,
            @Nullable Long activityTypeId,
            @Nullable Long typesId,
            @Nullable String content,
            @Nullable String category,
            @Nullable Numbers businessIds,
            @Nullable Numbers contactsIds,
            @Nullable String nextTime,
            @Nullable Integer isEvent)
            implements FollowUpWire {}

    /** A wish for a page of a record's follow-ups. */
    record Followed(
            @Nullable Long leadsId,
            @Nullable Long customerId,
            @Nullable Long contactsId,
            @Nullable Long businessId,
            @Nullable Integer page,
            @Nullable Integer limit)
            implements FollowUpWire {}

    /** A follow-up as it is shown. */
    record Shown(
            long recordId,
            String content,
            String category,
            @Nullable String nextTime,
            String createTime,
            long createUserId,
            String realname,
            String contactsIds,
            String businessIds)
            implements FollowUpWire {}
}
