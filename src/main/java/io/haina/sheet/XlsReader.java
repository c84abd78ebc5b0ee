package io.haina.sheet;

import io.haina.problem.Problem.SheetFault;
import io.haina.problem.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Reads {@code .xls} record by record. */
final class XlsReader {

    private static final String WORKBOOK = "Workbook";

    private final SheetLimits limits;
    private final RowSink sink;

    XlsReader(SheetLimits limits, RowSink sink) {
        this.limits = limits;
        this.sink = sink;
    }

    void read(Path file) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = container.getRoot();
            check(root.getEntryNames());
            XlsRecords records = new XlsRecords(new RowCollector(limits, this::hand));
            FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(records);
            records.formattedBy(formats);
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(formats);
            new HSSFEventFactory().processWorkbookEvents(request, root);
            records.end();
        } catch (EncryptedDocumentException e) {
            throw Sheets.refused(SheetFault.ENCRYPTED);
        } catch (SinkFailure e) {
            throw e.failure();
        } catch (Refused e) {
            throw e;
        } catch (RuntimeException | IOException e) {
            // Whatever the library stumbles over in a file that is none.
            throw Sheets.refused(SheetFault.DAMAGED);
        }
    }

    private void hand(int number, List<String> cells) {
        try {
            sink.row(number, cells);
        } catch (RuntimeException e) {
            throw new SinkFailure(e);
        }
    }

    private static void check(Set<String> names) {
        Set<String> lower =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        if (lower.contains("encryptedpackage") || lower.contains("encryptioninfo")) {
            throw Sheets.refused(SheetFault.ENCRYPTED);
        }
        if (lower.contains("_vba_project_cur") || lower.contains("_vba_project") || lower.contains("macros")) {
            throw Sheets.refused(SheetFault.MACROS);
        }
        if (lower.stream().anyMatch(name -> name.startsWith("mbd") || name.equals("objectpool"))) {
            throw Sheets.refused(SheetFault.EMBEDDED);
        }
        if (!names.contains(WORKBOOK)) {
            throw Sheets.refused(SheetFault.NOT_A_SHEET);
        }
    }

    /** A failure of who takes the rows, which is not a fault of the file. */
    static final class SinkFailure extends RuntimeException {

        private final transient RuntimeException failure;

        SinkFailure(RuntimeException failure) {
            super(null, failure, false, false);
            this.failure = failure;
        }

        RuntimeException failure() {
            return failure;
        }
    }
}
