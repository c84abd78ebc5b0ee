package io.haina.exchange;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.catalog.Catalogs;
import io.haina.database.Ids;
import io.haina.exchange.ImportRun.Contents;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.field.Texts;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.kind.Bulk;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Kind;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Problem.SheetFault;
import io.haina.problem.Refused;
import io.haina.sheet.SheetFormat;
import io.haina.sheet.SheetLimits;
import io.haina.sheet.SheetLook;
import io.haina.sheet.SheetWriter;
import io.haina.sheet.Sheets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Spreadsheets in and out. Everybody sees their own jobs, an admin everybody's. */
@Service
public class Exchange {

    private static final String FILE = "file";
    private static final int NAME_LENGTH = 255;
    private static final int STEP = 1000;

    /** Files up to this size are read through before the answer, so that a bad one is refused at once. */
    private static final long READ_AT_ONCE = 4L << 20;

    private final JobStore store;
    private final JobFiles files;
    private final Targets targets;
    private final JobWaker waker;
    private final Exporter exporter;
    private final Catalogs catalogs;
    private final Bulk bulk;
    private final Clock clock;

    Exchange(
            JobStore store,
            JobFiles files,
            Targets targets,
            JobWaker waker,
            Exporter exporter,
            Catalogs catalogs,
            Bulk bulk,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.targets = targets;
        this.waker = waker;
        this.exporter = exporter;
        this.catalogs = catalogs;
        this.bulk = bulk;
        this.clock = clock;
    }

    /**
     * Starts the import of a file. The file is kept before anybody is told of it; a small one is read through first.
     *
     * @param fileName as sent, only for showing
     * @param content read to its end, or to the limit; closing it is the caller's
     * @throws Refused if the actor may not make such records, the file is too large, no harmless spreadsheet, or has no header,
     *     or the order's mapping is none of its columns and the kind's fields
     */
    public Job startImport(
            Actor actor, RecordKind kind, ImportOrder order, @Nullable String fileName, InputStream content) {
        var permit = Access.permit(actor, UseCase.IMPORT);
        ImportTarget target = targets.of(kind);
        Access.permit(actor, target.addition());
        String name = fileName(fileName);
        List<Field> columns = target.columns(actor);
        UUID uuid = Ids.uuid();
        Path file = files.receive(actor.tenantId(), uuid, content);
        try {
            ColumnMapping mapping = order.mapping();
            ImportOrder complete = mapping == null
                    ? order
                    : order.with(Mappings.complete(file, columns, mapping, ImportRun.limits(order)));
            Contents contents = look(file, columns, complete);
            var draft = new JobStore.Draft(
                    uuid,
                    JobKind.IMPORT,
                    kind,
                    JobRows.JSON.writeValueAsString(complete),
                    name,
                    contents == null ? null : contents.rows(),
                    contents == null ? List.of() : contents.header());
            return started(actor, store.insert(permit, draft, clock.instant()));
        } catch (RuntimeException e) {
            files.delete(actor.tenantId(), uuid);
            throw e;
        }
    }

    /**
     * Looks through a file without keeping anything of it.
     *
     * @param headerRow the row with the columns' titles, from 1; 0 for the first that looks like one
     * @param maximumRows data rows that the file may have
     * @throws Refused as {@link #startImport}
     */
    public ImportPreview preview(Actor actor, RecordKind kind, int headerRow, long maximumRows, InputStream content) {
        Access.permit(actor, UseCase.IMPORT);
        List<Field> columns = columns(actor, kind);
        Path draft = files.draft(actor.tenantId());
        try {
            files.fill(draft, content);
            return Previewing.of(draft, columns, headerRow, SheetLimits.ofRows(maximumRows + 1));
        } finally {
            JobFiles.deleteFile(draft);
        }
    }

    private static @Nullable Contents look(Path file, List<Field> columns, ImportOrder order) {
        try {
            if (Files.size(file) > READ_AT_ONCE) {
                return null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Contents contents = ImportRun.look(file, columns, order);
        if (contents.header().isEmpty()) {
            throw new Refused(new Problem.SheetRefused(SheetFault.NO_HEADER, null));
        }
        return contents;
    }

    private static String fileName(@Nullable String fileName) {
        String name = fileName == null ? "" : fileName.replace('\\', '/');
        String last = name.substring(name.lastIndexOf('/') + 1).strip();
        return Texts.checked(FILE, last.isEmpty() ? FILE : last, NAME_LENGTH);
    }

    /**
     * Starts an export.
     *
     * @throws Refused if it names a field or a record that the actor may not see
     */
    public Job startExport(Actor actor, RecordKind kind, ExportOrder order, String fileName) {
        var permit = Access.permit(actor, UseCase.EXPORT);
        FieldCatalog catalog = catalogs.of(actor, kind);
        order.fields().forEach(catalog::field);
        var draft = new JobStore.Draft(
                Ids.uuid(),
                JobKind.EXPORT,
                kind,
                ExportJson.write(order),
                fileName(fileName),
                order.ids().isEmpty() ? null : (long) order.ids().size(),
                List.of());
        return started(actor, store.insert(permit, draft, clock.instant()));
    }

    /**
     * Starts doing one thing to all records that a filter finds; single records that refuse it are left and reported.
     *
     * @param name for showing
     * @throws Refused if the order makes no sense, or the actor has no part in it
     */
    public Job startBulk(Actor actor, RecordKind kind, BulkWish wish, String name) {
        var permit = Access.permit(actor, UseCase.BULK);
        bulk.check(actor, kind, wish.order());
        var draft = new JobStore.Draft(
                Ids.uuid(), JobKind.BULK, kind, BulkJson.write(wish), name, null, List.of("id", "name"));
        return started(actor, store.insert(permit, draft, clock.instant()));
    }

    /**
     * Exports at once.
     *
     * @param sink gets the finished file, which is gone when it returns
     * @throws Refused if the order names a field or a record that the actor may not see
     */
    public void export(Actor actor, RecordKind kind, ExportOrder order, Consumer<Output> sink) {
        Access.permit(actor, UseCase.EXPORT);
        Path draft = files.draft(actor.tenantId());
        try {
            SheetFormat format = exporter.write(actor, kind, order, draft, rows -> {});
            sink.accept(new Output(draft, format));
        } finally {
            JobFiles.deleteFile(draft);
        }
    }

    /** A finished file. */
    public record Output(Path file, SheetFormat format) {}

    /** The columns that a file of a kind may have, in the order of its template. */
    public List<Field> columns(Actor actor, RecordKind kind) {
        ImportTarget target = targets.of(kind);
        Access.permit(actor, target.addition());
        return target.columns(actor);
    }

    /**
     * The file that people fill in: a title, a header with {@code (*)} behind what must not be empty, and no rows.
     *
     * @param sink gets the finished file, which is gone when it returns
     */
    public void template(
            Actor actor,
            RecordKind kind,
            SheetFormat format,
            String sheetName,
            @Nullable String title,
            Consumer<Output> sink) {
        List<String> header = columns(actor, kind).stream()
                .map(field -> field.required() ? field.label() + "(*)" : field.label())
                .toList();
        Path draft = files.draft(actor.tenantId());
        try {
            try (SheetWriter writer = Sheets.write(draft, format, new SheetLook(sheetName, title, header, false))) {
                writer.finish();
            }
            sink.accept(new Output(draft, format));
        } finally {
            JobFiles.deleteFile(draft);
        }
    }

    private Job started(Actor actor, long id) {
        waker.wake();
        return get(actor, id);
    }

    /** A job. @throws Refused if there is none that the actor may see */
    public Job get(Actor actor, long id) {
        return store.find(Access.scoped(actor, UseCase.JOB_READ), id).orElseThrow(() -> Refused.notFound(Kind.JOB));
    }

    /** A job as people watch it. @throws Refused if there is none that the actor may see */
    public WatchedJob watch(Actor actor, long id) {
        return store.watch(Access.scoped(actor, UseCase.JOB_READ), id).orElseThrow(() -> Refused.notFound(Kind.JOB));
    }

    /**
     * The jobs that the actor may see, the newest first.
     *
     * @param kind null for every kind
     */
    public Slice<WatchedJob> list(Actor actor, @Nullable JobKind kind, Page page) {
        return store.page(Access.scoped(actor, UseCase.JOB_READ), kind, page);
    }

    /** Stops a job: what it has done stays. One that has ended is left as it is. @throws Refused if there is none in reach */
    public void cancel(Actor actor, long id) {
        if (!store.cancel(Access.permit(actor, UseCase.JOB_CANCEL), id, clock.instant())) {
            throw Refused.notFound(Kind.JOB);
        }
    }

    /**
     * Starts taking back what an import did: new records are deleted, changed ones get their values back, and what somebody has
     * changed since stays.
     *
     * @throws Refused if there is no such import in reach, it has not ended, or it was undone before
     */
    public Job undo(Actor actor, long id) {
        var permit = Access.permit(actor, UseCase.JOB_UNDO);
        OptionalLong undoing = store.insertUndo(permit, id, Ids.uuid(), clock.instant());
        if (undoing.isPresent()) {
            return started(actor, undoing.getAsLong());
        }
        Job job = get(actor, id);
        if (job.kind() != JobKind.IMPORT || job.dryRun()) {
            throw Refused.invalid("id", Rule.NOT_A_CHOICE);
        }
        throw new Refused(job.state().isFinal() ? new Problem.AlreadyUndone() : new Problem.JobNotFinished());
    }

    /**
     * The rows that an import refused, as a file: why, and then the row as it was.
     *
     * @param sink gets the finished file, which is gone when it returns
     * @throws Refused if there is no such job that the actor may see
     */
    public void errors(Actor actor, long id, ErrorWords words, Consumer<Output> sink) {
        Job job = get(actor, id);
        FieldCatalog catalog = catalogs.of(actor, job.recordKind());
        List<String> header = new ArrayList<>(List.of(words.reasonTitle()));
        header.addAll(job.header());
        Path draft = files.draft(actor.tenantId());
        try {
            SheetLook look = new SheetLook(words.sheetName(), null, header, false);
            try (SheetWriter writer = Sheets.write(draft, SheetFormat.XLSX, look)) {
                writeErrors(actor, job, words, catalog, writer);
                writer.finish();
            }
            sink.accept(new Output(draft, SheetFormat.XLSX));
        } finally {
            JobFiles.deleteFile(draft);
        }
    }

    private void writeErrors(Actor actor, Job job, ErrorWords words, FieldCatalog catalog, SheetWriter writer) {
        var scoped = Access.scoped(actor, UseCase.JOB_READ);
        List<RefusedRow> rows = store.refused(scoped, job.id(), 0, STEP);
        while (!rows.isEmpty()) {
            for (RefusedRow row : rows) {
                String name = row.problem().field();
                List<String> cells = new ArrayList<>();
                cells.add(words.reason(
                        row.problem(), name == null ? null : catalog.find(name).orElse(null)));
                cells.addAll(row.cells());
                writer.row(cells);
            }
            rows = store.refused(scoped, job.id(), rows.getLast().number(), STEP);
        }
    }

    /** The refused rows of an import, behind a row number; at most a thousand. */
    public List<RefusedRow> refused(Actor actor, long id, int afterRow) {
        return store.refused(Access.scoped(actor, UseCase.JOB_READ), id, afterRow, STEP);
    }

    /**
     * The file of a finished export.
     *
     * @throws Refused if there is no such job that the actor may see, it has not ended well, or its file is gone
     */
    public Output result(Actor actor, long id) {
        Job job = get(actor, id);
        if (job.kind() != JobKind.EXPORT || job.state() != JobState.DONE) {
            throw new Refused(new Problem.JobNotFinished());
        }
        if (!files.has(job.tenantId(), job.uuid())) {
            throw Refused.notFound(Kind.JOB);
        }
        Path file = files.path(job.tenantId(), job.uuid());
        return new Output(file, Sheets.format(file));
    }
}
