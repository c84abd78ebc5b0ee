package io.haina.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.haina.exchange.ImportPreview;
import io.haina.exchange.Job.Failure;
import io.haina.exchange.RefusedRow;
import io.haina.exchange.RowProblem;
import io.haina.exchange.WatchedJob;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chapter on work that takes a while. */
sealed interface JobsWire extends ApiWire {

    /**
     * A job.
     *
     * @param kind import, export, undo …
     * @param recordKind the kind of record, as paths name it
     * @param state waiting, running, done, failed, cancelled; undone for an import that was taken back
     * @param dryRun whether an import only tries, and writes nothing
     * @param done rows that are dealt with, refused ones included
     * @param total rows in all; null until they are counted
     * @param created records that were made, or would be
     * @param changed records that were changed, or would be
     * @param skipped rows whose record is there and stays as it is
     * @param refused rows that were not taken; of an undoing, rows that somebody has changed since
     * @param undoable whether {@code undo} can take it back now
     * @param undoneBy the job that takes it back, or has
     * @param undoes of an undoing, the import
     */
    @Schema(name = "Job")
    record Shown(
            long id,
            String kind,
            String recordKind,
            String state,
            boolean dryRun,
            long done,
            @Nullable Long total,
            long created,
            long changed,
            long skipped,
            long refused,
            String fileName,
            Link by,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            boolean undoable,
            @JsonInclude(Include.NON_NULL) @Nullable Long undoneBy,
            @JsonInclude(Include.NON_NULL) @Nullable Long undoes,
            @JsonInclude(Include.NON_NULL) @Nullable Failed failure)
            implements JobsWire {

        static Shown of(WatchedJob watched) {
            var job = watched.job();
            return new Shown(
                    job.id(),
                    ApiNames.word(job.kind()),
                    ApiNames.kind(job.recordKind()),
                    watched.undone() ? "undone" : ApiNames.word(job.state()),
                    job.dryRun(),
                    job.done(),
                    job.total(),
                    job.created(),
                    job.changed(),
                    job.skipped(),
                    job.errors(),
                    job.fileName(),
                    new Link(job.staffId(), watched.by()),
                    job.createdAt(),
                    job.startedAt(),
                    job.finishedAt(),
                    watched.isUndoable(),
                    watched.undoneBy(),
                    job.undoesId(),
                    job.failure() == null ? null : Failed.of(job.failure()));
        }
    }

    /**
     * Why a job failed.
     *
     * @param reason sheet, no-header, no-right, invalid, no-file, given-up or server
     * @param detail a fault or a field, where there is one
     */
    @Schema(name = "JobFailure")
    record Failed(String reason, @Nullable String detail) implements JobsWire {

        static Failed of(Failure failure) {
            String detail = failure.detail();
            return new Failed(ApiNames.word(failure.reason()), detail);
        }
    }

    /**
     * A row that an import did not take.
     *
     * @param row in the file, from 1
     * @param field that it is about; null for the whole row
     * @param rule that the field's value breaks; null where it breaks none
     * @param cells as they were
     */
    @Schema(name = "RefusedRow")
    record Refusal(
            int row,
            String reason,
            @Nullable String field,
            @Nullable String rule,
            List<String> cells) implements JobsWire {

        static Refusal of(RefusedRow row) {
            RowProblem problem = row.problem();
            return new Refusal(
                    row.number(),
                    ApiNames.word(problem.reason()),
                    problem.field(),
                    problem.rule() == null ? null : ApiNames.word(problem.rule()),
                    row.cells());
        }
    }

    /**
     * What a file looks like.
     *
     * @param headerRow the row with the columns' titles, from 1; 0 for a file without rows
     * @param rows of data
     */
    @Schema(name = "ImportPreview")
    record Preview(int headerRow, long rows, List<Column> columns) implements JobsWire {

        static Preview of(ImportPreview preview) {
            return new Preview(
                    preview.headerRow(),
                    preview.rows(),
                    preview.columns().stream()
                            .map(column ->
                                    new Column(column.index(), column.header(), column.field(), column.samples()))
                            .toList());
        }
    }

    /**
     * A column of a file.
     *
     * @param index from 0
     * @param field that the title tells
     * @param sample its first values
     */
    @Schema(name = "ImportColumn")
    record Column(int index, String header, @Nullable String field, List<String> sample) implements JobsWire {}
}
