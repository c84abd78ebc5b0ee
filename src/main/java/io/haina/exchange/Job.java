package io.haina.exchange;

import io.haina.field.RecordKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Long work that somebody started.
 *
 * @param fileName of the file that came in, or that will go out
 * @param header the column titles of the file that came in; empty until they are read
 * @param undoesId of an undoing, the import
 * @param total rows in all; null until they are counted
 * @param done rows that are dealt with, refused ones included
 * @param dryRun of an import, whether it only tries
 * @param created records that were made, or would be
 * @param changed records that got a row's values, or would
 * @param skipped rows whose record is there and stays as it is
 * @param errors rows that were refused; of an undoing, rows that could not be taken back
 * @param failure why it failed; null unless it did
 * @param startedAt null until it is taken for the first time
 * @param finishedAt null while it is not at its end
 */
public record Job(
        long tenantId,
        long id,
        UUID uuid,
        JobKind kind,
        RecordKind recordKind,
        long staffId,
        JobState state,
        String fileName,
        List<String> header,
        @Nullable Long undoesId,
        @Nullable Long total,
        boolean dryRun,
        long done,
        long created,
        long changed,
        long skipped,
        long errors,
        @Nullable Failure failure,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** Why a job failed. */
    public enum FailureReason {
        /** The file is no spreadsheet that is read. */
        SHEET,
        /** It has no header. */
        NO_HEADER,
        /** Who started it may no longer do so. */
        NO_RIGHT,
        /** What it was told cannot be done, such as a field that is gone. */
        INVALID,
        /** Its file is gone. */
        NO_FILE,
        /** It brought several servers down, took them too long, or met a database each time that could not do it. */
        GIVEN_UP,
        /** The server failed. */
        SERVER
    }

    /**
     * Why a job failed.
     *
     * @param detail what a program can tell more about it, such as the name of a fault or a field; null for nothing
     */
    public record Failure(FailureReason reason, @Nullable String detail) {}
}
