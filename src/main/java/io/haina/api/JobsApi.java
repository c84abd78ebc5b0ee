package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiWire.Items;
import io.haina.api.ApiWire.Listed;
import io.haina.api.JobsWire.Refusal;
import io.haina.api.JobsWire.Shown;
import io.haina.dialect.Downloads;
import io.haina.dialect.Inputs;
import io.haina.exchange.Exchange;
import io.haina.exchange.JobKind;
import io.haina.idempotency.Once;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Work that takes a while: how far it is, stopping it, taking it back, and its files. Everybody sees their own, an admin all. */
@RestController
@RequestMapping(JobsApi.JOBS)
@Tag(name = "jobs", description = "Imports, exports and other work that takes a while")
class JobsApi {

    static final String JOBS = "/api/v1/jobs";
    static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Exchange exchange;

    JobsApi(Exchange exchange) {
        this.exchange = exchange;
    }

    /** The answer to what has begun. */
    static ResponseEntity<Shown> begun(Exchange exchange, Actor actor, long job) {
        return ResponseEntity.accepted()
                .location(URI.create(JOBS + "/" + job))
                .body(Shown.of(exchange.watch(actor, job)));
    }

    @GetMapping
    @Operation(summary = "Jobs, the newest first")
    Listed<Shown> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        String word = Inputs.text("kind", kind);
        JobKind wanted = word == null ? null : ApiNames.choice("kind", word, JobKind.values());
        return Listed.of(exchange.list(actor, wanted, ApiNames.page(page, size)).map(Shown::of));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One job, with its progress")
    Shown get(Actor actor, @PathVariable long id) {
        return Shown.of(exchange.watch(actor, id));
    }

    @PostMapping("/{id}/cancel")
    @Operation(summary = "Stop a job; what it has done stays, and one that has ended is left as it is")
    Shown cancel(Actor actor, @PathVariable long id, Once once) {
        once.done("", () -> exchange.cancel(actor, id));
        return Shown.of(exchange.watch(actor, id));
    }

    @PostMapping("/{id}/undo")
    @Operation(summary = "Take back what an import did, but for what somebody has changed since")
    @ApiResponse(responseCode = "202")
    ResponseEntity<Shown> undo(Actor actor, @PathVariable long id, Once once) {
        return begun(
                exchange, actor, once.made("", () -> exchange.undo(actor, id).id()));
    }

    @GetMapping("/{id}/refused")
    @Operation(summary = "The rows that an import did not take, a thousand at a time, behind a row")
    Items<Refusal> refused(Actor actor, @PathVariable long id, @RequestParam(required = false) @Nullable String after) {
        exchange.get(actor, id);
        return new Items<>(exchange.refused(actor, id, Inputs.integer("after", after, 0)).stream()
                .map(Refusal::of)
                .toList());
    }

    @GetMapping("/{id}/errors")
    @Operation(summary = "The same rows as a spreadsheet: why, and then the row as it was; in Chinese or English")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = SHEET))
    void errors(
            Actor actor,
            @PathVariable long id,
            @Parameter(description = "zh-CN or en; Accept-Language says it where this does not")
                    @RequestParam(required = false)
                    @Nullable
                    String language,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            HttpServletResponse response) {
        exchange.errors(
                actor,
                id,
                ImportErrors.in(Inputs.text("language", language), languages),
                output -> Downloads.send(
                        output.file(), output.format().mediaType(), "refused-" + id + ".xlsx", response));
    }

    @GetMapping("/{id}/result")
    @Operation(summary = "The file of a finished export")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = SHEET))
    void result(Actor actor, @PathVariable long id, HttpServletResponse response) {
        String name = exchange.get(actor, id).fileName();
        Exchange.Output output = exchange.result(actor, id);
        Downloads.send(
                output.file(),
                output.format().mediaType(),
                name + "." + output.format().extension(),
                response);
    }
}
