package io.haina.outreach;

import io.haina.field.Values;
import io.haina.record.RecordSearch;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A new record, checked and typed. */
record OutreachDraft(
        String name,
        @Nullable String position,
        @Nullable String contact,
        String replyStatus,
        boolean wechatExchanged,
        @Nullable Long accountId,
        @Nullable String workerId,
        @Nullable String notes,
        @Nullable Instant contactedAt) {

    /** Of values in which nothing that is required is missing. */
    static OutreachDraft of(Values values) {
        return new OutreachDraft(
                Objects.requireNonNull(text(values, OutreachFields.NAME)),
                text(values, OutreachFields.POSITION),
                text(values, OutreachFields.CONTACT),
                Objects.requireNonNull(text(values, OutreachFields.REPLY_STATUS)),
                Boolean.TRUE.equals(values.get(OutreachFields.WECHAT_EXCHANGED)),
                (Long) values.get(OutreachFields.ACCOUNT_ID),
                text(values, OutreachFields.WORKER_ID),
                text(values, OutreachFields.NOTES),
                seconds((Instant) values.get(OutreachFields.CONTACTED_AT)));
    }

    /** Times are shown to the second, so that is what tells two records apart. */
    static @Nullable Instant seconds(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Whether it can be told from another one: who was written to, and when. */
    boolean isTellable() {
        return contact != null && contactedAt != null;
    }

    /** The words by which it is found. */
    String words() {
        return RecordSearch.words(name, position, contact);
    }

    private static @Nullable String text(Values values, String field) {
        return (String) values.get(field);
    }
}
