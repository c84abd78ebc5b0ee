package io.haina.trail;

import io.haina.field.RecordKind;
import java.time.Instant;

/**
 * That something happened to a record.
 *
 * @param cursor the place in the feed right behind it
 * @param action what the audit calls it
 */
public record FeedItem(Cursor cursor, Instant at, RecordKind kind, long id, Happening type, String action) {

    /** What a copy of the record has to do about it. */
    public enum Happening {
        CREATED,
        CHANGED,
        DELETED,
        RESTORED
    }
}
