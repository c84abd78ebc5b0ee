package io.haina.exchange;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Scoped;
import io.haina.access.UseCase;
import io.haina.catalog.Catalogs;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.kind.Keeper;
import io.haina.record.LinkNames;
import io.haina.record.Records;
import io.haina.record.Row;
import io.haina.sheet.SheetFormat;
import io.haina.sheet.SheetLook;
import io.haina.sheet.SheetWriter;
import io.haina.sheet.Sheets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;

/** Writes records into a file, some at a time: what it holds in memory does not grow with their number. */
@Component
class Exporter {

    /** Rows that are read at once. */
    private static final int STEP = 1000;

    /** Rows of data up to which a file of no asked format is an {@code .xls}. */
    static final int MOST_XLS = 65_000;

    private final RunStore runs;
    private final JobFiles files;
    private final Catalogs catalogs;
    private final LinkNames names;
    private final Records records;
    private final Map<RecordKind, UseCase> lists = new EnumMap<>(RecordKind.class);

    Exporter(RunStore runs, JobFiles files, Catalogs catalogs, LinkNames names, Records records, List<Keeper> keepers) {
        this.runs = runs;
        this.files = files;
        this.catalogs = catalogs;
        this.names = names;
        this.records = records;
        keepers.forEach(keeper -> lists.put(keeper.kind(), keeper.listing()));
    }

    /** Runs the job of an export. @throws Lease.Lost, Lease.Stopped and Lease.HandedBack to break off */
    void run(Lease lease, Actor actor, ExportOrder order) {
        Job job = lease.job().job();
        lease.restart();
        Path draft = files.draft(job.tenantId());
        try {
            write(actor, job.recordKind(), order, draft, rows -> {
                if (rows == 0) {
                    lease.restart();
                } else if (lease.advance(rows)) {
                    throw new Lease.Stopped();
                }
                lease.committed(rows);
            });
            files.keep(draft, job.tenantId(), job.uuid());
            runs.counted(lease.job(), lease.done());
        } finally {
            JobFiles.deleteFile(draft);
        }
    }

    /**
     * Writes a file.
     *
     * @param progress told how many rows more were written; 0 when it begins anew
     * @return its format
     * @throws io.haina.problem.Refused if the actor may not see one of the records, or one of the fields
     */
    SheetFormat write(Actor actor, RecordKind kind, ExportOrder order, Path file, IntConsumer progress) {
        SheetFormat format = order.format() == null ? SheetFormat.XLS : order.format();
        int most = format == SheetFormat.XLS ? MOST_XLS : Integer.MAX_VALUE;
        if (attempt(actor, kind, order, file, format, most, progress)) {
            return format;
        }
        progress.accept(0);
        attempt(actor, kind, order, file, SheetFormat.XLSX, Integer.MAX_VALUE, progress);
        return SheetFormat.XLSX;
    }

    /** @return whether all rows found room */
    private boolean attempt(
            Actor actor,
            RecordKind kind,
            ExportOrder order,
            Path file,
            SheetFormat format,
            int most,
            IntConsumer progress) {
        List<Field> fields = fields(catalogs.of(actor, kind), order.fields());
        SheetLook look = new SheetLook(
                order.sheetName(),
                order.title(),
                fields.stream().map(field -> Headings.of(kind, field)).toList(),
                order.coloured());
        CellValues cells = new CellValues(names, actor, kind, fields);
        Source source = new Source(records, kind, scoped(actor, kind, order), order.ids());
        try (SheetWriter writer = Sheets.write(file, format, look)) {
            for (List<Row> rows = source.next(); !rows.isEmpty(); rows = source.next()) {
                if (writer.rows() + rows.size() > most) {
                    return false;
                }
                cells.lookUp(rows);
                rows.forEach(row -> writer.row(cells.of(row)));
                progress.accept(rows.size());
            }
            writer.finish();
            return true;
        }
    }

    private static List<Field> fields(FieldCatalog catalog, List<String> wanted) {
        return wanted.isEmpty()
                ? catalog.fields().stream()
                        .filter(field -> !field.label().isEmpty())
                        .toList()
                : wanted.stream().map(catalog::field).toList();
    }

    private Scoped scoped(Actor actor, RecordKind kind, ExportOrder order) {
        UseCase list = order.pooled() ? UseCase.POOL_LIST : lists.get(kind);
        if (list == null || (order.pooled() && kind != RecordKind.CUSTOMER)) {
            throw new IllegalStateException("nothing exports " + kind);
        }
        return Access.scoped(actor, list, order.wish());
    }

    /** The records of an order, a step at a time. */
    private static final class Source {

        private final Records records;
        private final RecordKind kind;
        private final Scoped scoped;
        private final List<Long> ids;
        private long last;
        private int taken;

        Source(Records records, RecordKind kind, Scoped scoped, List<Long> ids) {
            this.records = records;
            this.kind = kind;
            this.scoped = scoped;
            this.ids = ids;
        }

        List<Row> next() {
            if (ids.isEmpty()) {
                List<Row> rows = records.after(scoped, kind, last, STEP);
                last = rows.isEmpty() ? last : rows.getLast().id();
                return rows;
            }
            List<Long> step = ids.subList(taken, Math.min(taken + STEP, ids.size()));
            taken += step.size();
            return step.isEmpty() ? List.of() : records.all(scoped, kind, step);
        }
    }
}
