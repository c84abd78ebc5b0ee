package io.haina.outreach;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Scoped;
import io.haina.access.UseCase;
import io.haina.download.ExportFiles;
import io.haina.filter.Filter;
import io.haina.problem.Problem;
import io.haina.problem.Problem.SheetFault;
import io.haina.problem.Refused;
import io.haina.sheet.SheetFormat;
import io.haina.sheet.SheetLook;
import io.haina.sheet.SheetWriter;
import io.haina.sheet.Sheets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Writes the records of a list into a file that is kept for a while: what that holds in memory does not grow with them. */
@Service
public class OutreachExport {

    /** Rows that are read at once. */
    private static final int STEP = 2000;

    /** Exports that one node writes at a time; the others wait, so that they leave room for everything else. */
    private static final int AT_ONCE = 2;

    private static final long MOST_RECORDS = SheetFormat.XLSX.maximumRows() - 1L;

    private static final Executor READERS =
            task -> Thread.ofVirtual().name("export-reader").start(task);

    private final OutreachStore store;
    private final ExportFiles files;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    OutreachExport(OutreachStore store, ExportFiles files, Clock clock) {
        this.store = store;
        this.files = files;
        this.clock = clock;
    }

    /**
     * A file that was written.
     *
     * @param name under which {@link ExportFiles} has it
     */
    public record Exported(String name, long records, Instant at) {}

    /**
     * Writes what a list shows, all of it and in its order.
     *
     * @param prefix what the file's name begins with
     * @param look the sheet's header
     * @param cells of a record, as many as the header
     * @throws Refused if there are more than a sheet has rows
     */
    public Exported export(
            Actor actor,
            Filter wish,
            String prefix,
            SheetLook look,
            Function<OutreachRecord, List<? extends @Nullable Object>> cells) {
        Scoped scoped = Access.scoped(actor, UseCase.OUTREACH_EXPORT, wish);
        turns.acquireUninterruptibly();
        try {
            Instant now = clock.instant();
            long[] written = {0};
            String name = files.make(
                    prefix,
                    SheetFormat.XLSX.extension(),
                    now,
                    actor.tenant().zone(),
                    file -> written[0] = write(scoped, file, look, cells));
            return new Exported(name, written[0], now);
        } finally {
            turns.release();
        }
    }

    /** While some rows are written, the next are read. */
    private long write(
            Scoped scoped,
            Path file,
            SheetLook look,
            Function<OutreachRecord, List<? extends @Nullable Object>> cells) {
        try (SheetWriter writer = Sheets.write(file, SheetFormat.XLSX, look)) {
            List<OutreachRecord> rows = store.after(scoped, null, STEP);
            while (!rows.isEmpty()) {
                OutreachRecord last = rows.getLast();
                boolean more = rows.size() == STEP;
                CompletableFuture<List<OutreachRecord>> next = more
                        ? CompletableFuture.supplyAsync(() -> store.after(scoped, last, STEP), READERS)
                        : CompletableFuture.completedFuture(List.of());
                if (writer.rows() + rows.size() > MOST_RECORDS) {
                    throw new Refused(new Problem.SheetRefused(SheetFault.TOO_MANY_ROWS, MOST_RECORDS));
                }
                rows.forEach(row -> writer.row(cells.apply(row)));
                rows = next.join();
            }
            writer.finish();
            return writer.rows();
        }
    }
}
