package io.haina.api;

import io.haina.access.Actor;
import io.haina.activity.Journal;
import io.haina.activity.JournalEntry;
import io.haina.activity.JournalKind;
import io.haina.activity.TimeWindow;
import io.haina.activity.Timelines;
import io.haina.api.ApiWire.Listed;
import io.haina.api.JournalWire.Entry;
import io.haina.api.JournalWire.Written;
import io.haina.dialect.Edition;
import io.haina.field.RecordKind;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.idempotency.Once;
import io.haina.record.LinkKind;
import io.haina.record.LinkNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The journal: what was done with customers, and what they want. */
@RestController
@RequestMapping({JournalApi.VISITS, JournalApi.DEMANDS})
@Tag(name = "journal", description = "Visits and demands")
class JournalApi {

    static final String VISITS = "/api/v1/visits";
    static final String DEMANDS = "/api/v1/demands";

    private final Journal journal;
    private final Timelines timelines;
    private final LinkNames names;

    JournalApi(Journal journal, Timelines timelines, LinkNames names) {
        this.journal = journal;
        this.timelines = timelines;
        this.names = names;
    }

    private static JournalKind kind(HttpServletRequest request) {
        return request.getRequestURI().startsWith(DEMANDS) ? JournalKind.DEMAND : JournalKind.ACTIVITY;
    }

    @GetMapping
    @Operation(summary = "Entries of the journal, the newest first")
    Listed<Entry> list(
            Actor actor,
            @Parameter(description = "an instant, or a day") @RequestParam(required = false) @Nullable String from,
            @Parameter(description = "an instant, or a day, which belongs to it")
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size,
            HttpServletRequest request) {
        JournalKind kind = kind(request);
        TimeWindow window = PaperNames.window(actor, from, to);
        Page part = ApiNames.page(page, size);
        Long of = PaperNames.id("customer", customer);
        return of == null
                ? listed(actor, journal.list(actor, kind, window, part))
                : Listed.of(timelines
                        .of(actor, RecordKind.CUSTOMER, of, kind, window, part)
                        .map(Entry::of));
    }

    private Listed<Entry> listed(Actor actor, Slice<JournalEntry> slice) {
        LinkNames.Names named = names(actor, slice.rows());
        return Listed.of(slice.map(entry -> Entry.of(entry, named)));
    }

    private LinkNames.Names names(Actor actor, List<JournalEntry> entries) {
        return names.of(
                actor,
                Map.of(
                        LinkKind.STAFF,
                        PaperNames.people(
                                entries,
                                entry -> Stream.concat(Stream.of(entry.operator()), entry.followers().stream()))));
    }

    private Entry shown(Actor actor, JournalKind kind, long id) {
        JournalEntry entry = journal.get(actor, kind, id);
        return Entry.of(entry, names(actor, List.of(entry)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One entry of the journal")
    ResponseEntity<Entry> get(Actor actor, @PathVariable long id, Edition edition, HttpServletRequest request) {
        return edition.shown(shown(actor, kind(request), id));
    }

    @PostMapping
    @Operation(summary = "Write an entry of the journal")
    @ApiResponse(responseCode = "201")
    ResponseEntity<Entry> add(Actor actor, @RequestBody Written written, Once once, HttpServletRequest request) {
        JournalKind kind = kind(request);
        String path = kind == JournalKind.DEMAND ? DEMANDS : VISITS;
        long made = once.made(
                written,
                () -> journal.add(actor, List.of(written.draft(actor, journal, kind)))
                        .getFirst());
        return ResponseEntity.created(URI.create(path + "/" + made)).body(shown(actor, kind, made));
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Change what is given of an entry")
    ResponseEntity<Entry> change(
            Actor actor,
            @PathVariable long id,
            @RequestBody Written written,
            Edition edition,
            HttpServletRequest request) {
        JournalKind kind = kind(request);
        return edition.change(
                () -> journal.hold(actor, kind, id),
                () -> shown(actor, kind, id),
                () -> journal.change(actor, id, written.change(actor, kind, journal.get(actor, kind, id))));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Delete an entry of the journal")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> delete(Actor actor, @PathVariable long id, Edition edition, HttpServletRequest request) {
        JournalKind kind = kind(request);
        return edition.delete(
                () -> journal.hold(actor, kind, id),
                () -> shown(actor, kind, id),
                () -> journal.delete(actor, kind, id));
    }
}
