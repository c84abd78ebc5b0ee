package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.JobsWire.Preview;
import io.haina.api.JobsWire.Shown;
import io.haina.dialect.Downloads;
import io.haina.dialect.Inputs;
import io.haina.exchange.ColumnMapping;
import io.haina.exchange.Exchange;
import io.haina.exchange.ImportOrder;
import io.haina.exchange.Repeat;
import io.haina.field.RecordKind;
import io.haina.idempotency.Once;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.sheet.SheetFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Records out of spreadsheets: look at the file, say which column is which field, try it, do it. */
@RestController
@RequestMapping("/api/v1/{kind}/imports")
@Tag(name = "imports", description = "Records out of spreadsheets")
class ImportsApi {

    private static final String FILE = "file";

    private final Exchange exchange;
    private final long maximumRows;

    ImportsApi(Exchange exchange, @Value("${haina.import-rows:100000}") long maximumRows) {
        this.exchange = exchange;
        this.maximumRows = maximumRows;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Import a file, or try it")
    @ApiResponse(responseCode = "202")
    ResponseEntity<Shown> begin(
            Actor actor,
            @PathVariable String kind,
            @RequestParam(name = FILE, required = false) @Nullable MultipartFile file,
            @Parameter(description = "what becomes of a row whose unique values are there: overwrite, skip or refuse")
                    @RequestParam(required = false)
                    @Nullable
                    String repeat,
            @Parameter(description = "whose the new records become; one's own where absent")
                    @RequestParam(required = false)
                    @Nullable
                    String ownerId,
            @Parameter(
                            description = "fields by column, from 0; as the titles tell where absent",
                            example = "{\"0\": \"name\", \"2\": \"mobile\"}")
                    @RequestParam(required = false)
                    @Nullable
                    String mapping,
            @Parameter(
                            description =
                                    "the row with the columns' titles, from 1; the one that looks like it where absent")
                    @RequestParam(required = false)
                    @Nullable
                    String headerRow,
            @Parameter(description = "true to try every row and keep nothing but the report")
                    @RequestParam(required = false)
                    @Nullable
                    String dryRun,
            Once once)
            throws IOException {
        RecordKind records = ApiNames.kind(kind);
        String word = Inputs.text("repeat", repeat);
        ImportOrder order = new ImportOrder(
                word == null ? Repeat.SKIP : ApiNames.choice("repeat", word, Repeat.values()),
                ImportNames.id("ownerId", ownerId),
                maximumRows,
                ImportNames.truth("dryRun", dryRun),
                new ColumnMapping(headerRow(headerRow), ImportNames.mapping(mapping)));
        MultipartFile sent = sent(file);
        try (InputStream content = sent.getInputStream()) {
            long job = once.made(
                    order + " " + ImportNames.digest(sent),
                    () -> exchange.startImport(actor, records, order, sent.getOriginalFilename(), content)
                            .id());
            return JobsApi.begun(exchange, actor, job);
        }
    }

    @PostMapping(path = "/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary =
                    "What a file looks like: its columns, the fields that their titles tell, and how many rows it has")
    Preview preview(
            Actor actor,
            @PathVariable String kind,
            @RequestParam(name = FILE, required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String headerRow)
            throws IOException {
        RecordKind records = ApiNames.kind(kind);
        int row = headerRow(headerRow);
        try (InputStream content = sent(file).getInputStream()) {
            return Preview.of(exchange.preview(actor, records, row, maximumRows, content));
        }
    }

    @GetMapping("/template")
    @Operation(summary = "An empty file with a column for each field, (*) behind what must not be empty")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = JobsApi.SHEET))
    void template(Actor actor, @PathVariable String kind, HttpServletResponse response) {
        RecordKind records = ApiNames.kind(kind);
        exchange.template(
                actor,
                records,
                SheetFormat.XLSX,
                kind,
                null,
                output ->
                        Downloads.send(output.file(), output.format().mediaType(), kind + "-template.xlsx", response));
    }

    private static int headerRow(@Nullable String row) {
        int number = Inputs.integer("headerRow", row, 0);
        if (number < 0) {
            throw Refused.invalid("headerRow", Rule.OUT_OF_RANGE);
        }
        return number;
    }

    private static MultipartFile sent(@Nullable MultipartFile file) {
        if (file == null) {
            throw Refused.invalid(FILE, Rule.REQUIRED);
        }
        return file;
    }
}
