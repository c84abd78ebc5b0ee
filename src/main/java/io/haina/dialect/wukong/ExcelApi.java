package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.dialect.Sent;
import io.haina.dialect.wukong.ExcelWire.ImportAsked;
import io.haina.dialect.wukong.ExcelWire.Progress;
import io.haina.dialect.wukong.ExcelWire.Report;
import io.haina.dialect.wukong.ExcelWire.UploadAsked;
import io.haina.dialect.wukong.RecordWire.ListAsked;
import io.haina.dialect.wukong.RecordWire.Several;
import io.haina.dialect.wukong.WukongWire.Done;
import io.haina.dialect.wukong.WukongWire.Found;
import io.haina.exchange.Exchange;
import io.haina.exchange.ExportOrder;
import io.haina.exchange.ImportOrder;
import io.haina.exchange.Job;
import io.haina.exchange.JobState;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.sheet.SheetFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What the chapters say about spreadsheets: imports that are asked after by their number, and exports. */
@RestController
@Tag(name = "excel", description = "Excel 导入导出")
class ExcelApi {

    private static final String FILE = "file";

    private final Exchange exchange;
    private final RecordFilters filters;
    private final long maximumRows;

    ExcelApi(Exchange exchange, RecordFilters filters, @Value("${haina.wukong.import-rows:10000}") long maximumRows) {
        this.exchange = exchange;
        this.filters = filters;
        this.maximumRows = maximumRows;
    }

    @RequestMapping({
        "/api/CrmLeads/uploadExcel",
        "/api/CrmCustomer/uploadExcel",
        "/api/CrmContacts/uploadExcel",
        "/api/CrmBusiness/uploadExcel",
        "/api/CrmProduct/uploadExcel"
    })
    @Operation(summary = "导入 Excel,返回导入编号")
    Found<Long> upload(
            Actor actor,
            @Sent UploadAsked asked,
            @RequestParam(name = FILE, required = false) @Nullable MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        if (file == null) {
            throw Refused.invalid(FILE, Rule.REQUIRED);
        }
        var order = new ImportOrder(ExcelNames.repeat(asked.repeatHandling()), asked.ownerUserId(), maximumRows);
        try (InputStream content = file.getInputStream()) {
            Job job = exchange.startImport(actor, kind(request), order, file.getOriginalFilename(), content);
            return new Found<>(job.id());
        }
    }

    private static RecordKind kind(HttpServletRequest request) {
        return ExcelNames.kind(request.getRequestURI());
    }

    @RequestMapping("/api/system/message/queryImportNum")
    @Operation(summary = "导入进度")
    Progress progress(Actor actor, @Sent ImportAsked asked) {
        Job job = exchange.get(actor, id(asked));
        return new Progress(0, job.state().isFinal() ? null : job.done());
    }

    /** What an import that failed did not come to counts as not taken. */
    @RequestMapping("/api/system/message/queryImportInfo")
    @Operation(summary = "导入结果")
    Report report(Actor actor, @Sent ImportAsked asked) {
        Job job = exchange.get(actor, id(asked));
        long total = job.total() == null ? 0 : job.total();
        long left = job.state() == JobState.FAILED ? total - job.done() : 0;
        return new Report(0, total, job.errors() + left);
    }

    @RequestMapping("/api/system/message/stopImport")
    @Operation(summary = "停止导入")
    Done stop(Actor actor, @Sent ImportAsked asked) {
        exchange.cancel(actor, id(asked));
        return new Done();
    }

    @RequestMapping("/api/system/message/downImportError")
    @Operation(summary = "下载导入错误数据")
    void errors(Actor actor, @Sent ImportAsked asked, HttpServletResponse response) {
        exchange.errors(actor, id(asked), new ExcelErrors(), output -> send(output, "import_error", response));
    }

    private static long id(ImportAsked asked) {
        return WukongFilters.required("messageId", asked.messageId());
    }

    @RequestMapping({
        "/api/CrmLeads/downloadExcel",
        "/api/CrmCustomer/downloadExcel",
        "/api/CrmContacts/downloadExcel",
        "/api/CrmBusiness/downloadExcel",
        "/api/CrmProduct/downloadExcel"
    })
    @Operation(summary = "下载导入模板")
    void template(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        RecordKind kind = kind(request);
        exchange.template(
                actor,
                kind,
                SheetFormat.XLS,
                ExcelNames.word(kind),
                ExcelNames.templateTitle(kind),
                output -> send(output, ExcelNames.file(kind) + "_import", response));
    }

    @RequestMapping({
        "/api/CrmLeads/batchExportExcel",
        "/api/CrmCustomer/batchExportExcel",
        "/api/CrmContacts/batchExportExcel",
        "/api/CrmBusiness/batchExportExcel",
        "/api/CrmProduct/batchExportExcel",
        "/api/CrmCustomerPool/batchExportExcel"
    })
    @Operation(summary = "导出选中的数据")
    void exportSome(Actor actor, @Sent Several several, HttpServletRequest request, HttpServletResponse response) {
        export(actor, request, Filter.EVERYTHING, RecordFilters.ids(several), response);
    }

    @RequestMapping({
        "/api/CrmLeads/allExportExcel",
        "/api/CrmCustomer/allExportExcel",
        "/api/CrmContacts/allExportExcel",
        "/api/CrmBusiness/allExportExcel",
        "/api/CrmProduct/allExportExcel",
        "/api/CrmCustomerPool/allExportExcel"
    })
    @Operation(summary = "导出全部数据")
    void exportAll(Actor actor, @Sent ListAsked asked, HttpServletRequest request, HttpServletResponse response) {
        export(actor, request, filters.wish(actor, kind(request), asked), List.of(), response);
    }

    private void export(
            Actor actor, HttpServletRequest request, Filter wish, List<Long> ids, HttpServletResponse response) {
        RecordKind kind = kind(request);
        boolean pooled = request.getRequestURI().contains("/CrmCustomerPool/");
        var order = new ExportOrder(
                pooled, wish, ids, List.of(), null, ExcelNames.word(kind), ExcelNames.exportTitle(kind), false);
        exchange.export(actor, kind, order, output -> send(output, ExcelNames.file(kind), response));
    }

    private static void send(Exchange.Output output, String name, HttpServletResponse response) {
        try {
            response.setContentType(output.format().mediaType());
            response.setContentLengthLong(Files.size(output.file()));
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment;filename=" + name + "." + output.format().extension());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            response.setHeader("X-Content-Type-Options", "nosniff");
            Files.copy(output.file(), response.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot send a file", e);
        }
    }
}
