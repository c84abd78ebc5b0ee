package io.haina.api;

import io.haina.access.Actor;
import io.haina.activity.TimeWindow;
import io.haina.api.ApiWire.Items;
import io.haina.api.ApiWire.Listed;
import io.haina.api.OutreachWire.Export;
import io.haina.api.OutreachWire.Ids;
import io.haina.api.OutreachWire.Lead;
import io.haina.api.OutreachWire.Shown;
import io.haina.api.OutreachWire.Written;
import io.haina.dialect.Downloads;
import io.haina.dialect.Edition;
import io.haina.dialect.Inputs;
import io.haina.download.ExportFiles;
import io.haina.filter.Filter;
import io.haina.filter.Slice;
import io.haina.idempotency.Idempotency.Codec;
import io.haina.idempotency.Once;
import io.haina.outreach.Entered;
import io.haina.outreach.Outreach;
import io.haina.outreach.OutreachExport;
import io.haina.outreach.OutreachFields;
import io.haina.outreach.OutreachRecord;
import io.haina.problem.Refused;
import io.haina.record.LinkKind;
import io.haina.record.LinkNames;
import io.haina.sheet.SheetLook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whom workers wrote to, and what came of it. A record that comes again is there once. */
@RestController
@RequestMapping(OutreachApi.OUTREACH)
@Tag(name = "outreach", description = "Outreach records")
class OutreachApi {

    static final String OUTREACH = "/api/v1/outreach";

    private static final Codec<Enrolled> ENROLLED = JsonNames.answers(Enrolled.class);
    private static final Codec<Lead[]> LEADS = JsonNames.answers(Lead[].class);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private static final List<String> CHINESE =
            List.of("ID", "姓名", "岗位", "联系方式", "回复状态", "是否交换微信", "Worker ID", "备注", "联系时间", "创建时间");

    private static final List<String> ENGLISH = List.of(
            "ID",
            "Name",
            "Position",
            "Contact",
            "Reply",
            "WeChat exchanged",
            "Worker ID",
            "Notes",
            "Contacted at",
            "Created at");

    private final Outreach outreach;
    private final OutreachExport export;
    private final ExportFiles files;
    private final LinkNames names;

    OutreachApi(Outreach outreach, OutreachExport export, ExportFiles files, LinkNames names) {
        this.outreach = outreach;
        this.export = export;
        this.files = files;
        this.names = names;
    }

    @GetMapping
    @Operation(summary = "Outreach records, the newest first")
    Listed<Shown> list(
            Actor actor,
            @Parameter(description = "words to search for") @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String replyStatus,
            @RequestParam(required = false) @Nullable String wechatExchanged,
            @Parameter(description = "made since") @RequestParam(required = false) @Nullable String from,
            @Parameter(description = "made until") @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        Boolean exchanged = Inputs.text("wechatExchanged", wechatExchanged) == null
                ? null
                : ImportNames.truth("wechatExchanged", wechatExchanged);
        Filter wish = wish(actor, new Export(q, replyStatus, exchanged, from, to));
        Slice<OutreachRecord> found = outreach.list(actor, wish, ApiNames.page(page, size));
        LinkNames.Names named = names(actor, found.rows());
        return Listed.of(found.map(each -> Shown.of(each, named)));
    }

    private static Filter wish(Actor actor, Export wanted) {
        List<Filter> parts = new ArrayList<>();
        String words = Inputs.text("q", wanted.q());
        if (words != null) {
            parts.add(new Filter.Search(words));
        }
        String status = Inputs.text("replyStatus", wanted.replyStatus());
        if (status != null) {
            parts.add(new Filter.Is(OutreachFields.REPLY_STATUS, Set.of(status)));
        }
        if (wanted.wechatExchanged() != null) {
            parts.add(new Filter.Is(OutreachFields.WECHAT_EXCHANGED, Set.of(wanted.wechatExchanged())));
        }
        boolean from = Inputs.text("from", wanted.from()) != null;
        boolean to = Inputs.text("to", wanted.to()) != null;
        if (from || to) {
            TimeWindow window = PaperNames.window(actor, wanted.from(), wanted.to());
            parts.add(new Filter.During(
                    OutreachFields.CREATED_AT, from ? window.from() : null, to ? window.until() : null));
        }
        return Filter.all(parts);
    }

    private LinkNames.Names names(Actor actor, List<OutreachRecord> rows) {
        return names.of(actor, Map.of(LinkKind.STAFF, PaperNames.ids(rows, OutreachRecord::ownerId)));
    }

    private Shown shown(Actor actor, OutreachRecord record) {
        return Shown.of(record, names(actor, List.of(record)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One outreach record")
    ResponseEntity<Shown> get(Actor actor, @PathVariable long id, Edition edition) {
        return edition.shown(shown(actor, id));
    }

    @PostMapping
    @Operation(summary = "Write down whom one wrote to; what is there already is answered with 200")
    @ApiResponse(responseCode = "201")
    ResponseEntity<Shown> add(Actor actor, @RequestBody Written written, Once once) {
        Enrolled enrolled = once.of(written, ENROLLED, () -> switch (outreach.add(actor, written.made())) {
            case Entered.Made(OutreachRecord made) -> new Enrolled(made.id(), true);
            case Entered.Known(OutreachRecord first) -> new Enrolled(first.id(), false);
            case Entered.Declined declined -> throw new Refused(declined.problem());
        });
        Shown record = shown(actor, enrolled.id());
        return enrolled.made()
                ? ResponseEntity.created(URI.create(OUTREACH + "/" + enrolled.id()))
                        .body(record)
                : ResponseEntity.ok(record);
    }

    /** What became of a record that was written down. */
    private record Enrolled(long id, boolean made) {}

    @PatchMapping("/{id}")
    @Operation(summary = "Change what is given of an outreach record")
    ResponseEntity<Shown> change(Actor actor, @PathVariable long id, @RequestBody Written written, Edition edition) {
        return edition.change(
                () -> outreach.hold(actor, id),
                () -> shown(actor, id),
                () -> outreach.change(actor, id, written.draft()));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Delete an outreach record")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> delete(Actor actor, @PathVariable long id, Edition edition) {
        return edition.delete(() -> outreach.hold(actor, id), () -> shown(actor, id), () -> outreach.delete(actor, id));
    }

    private Shown shown(Actor actor, long id) {
        return shown(actor, outreach.get(actor, id));
    }

    @PostMapping("/leads")
    @Operation(summary = "Make leads of up to 1,000 records, all or none; what has become one stays with it")
    Items<Lead> toLeads(Actor actor, @RequestBody Ids ids, Once once) {
        Lead[] leads = once.of(
                ids,
                LEADS,
                () -> outreach.toLeads(actor, ApiNames.ids("ids", ids.ids())).stream()
                        .map(Lead::of)
                        .toArray(Lead[]::new));
        return new Items<>(List.of(leads));
    }

    @PostMapping("/exports")
    @Operation(summary = "All records that are found, as a spreadsheet")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = JobsApi.SHEET))
    void export(
            Actor actor,
            @RequestBody Export wanted,
            @Parameter(description = "zh-CN (usual) or en; Accept-Language says it where this does not")
                    @RequestParam(required = false)
                    @Nullable
                    String language,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            HttpServletResponse response) {
        boolean chinese = ApiNames.isChinese(Inputs.text("language", language), languages, true);
        SheetLook look = new SheetLook("outreach", null, chinese ? CHINESE : ENGLISH, true);
        ZoneId zone = actor.tenant().zone();
        var exported =
                export.export(actor, wish(actor, wanted), "outreach", look, record -> cells(record, zone, chinese));
        Downloads.send(files.find(exported.name()), JobsApi.SHEET, exported.name(), response);
    }

    private static List<? extends @Nullable Object> cells(OutreachRecord record, ZoneId zone, boolean chinese) {
        return Arrays.asList(
                record.id(),
                record.name(),
                record.position(),
                record.contact(),
                record.replyStatus(),
                chinese ? (record.wechatExchanged() ? "是" : "否") : (record.wechatExchanged() ? "yes" : "no"),
                record.workerId(),
                record.notes(),
                time(record.contactedAt(), zone),
                time(record.createdAt(), zone));
    }

    private static @Nullable String time(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : TIME.format(instant.atZone(zone));
    }
}
