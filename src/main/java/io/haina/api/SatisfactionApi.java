package io.haina.api;

import io.haina.access.Actor;
import io.haina.activity.TimeWindow;
import io.haina.api.ApiWire.Listed;
import io.haina.api.SatisfactionWire.Shown;
import io.haina.api.SatisfactionWire.Written;
import io.haina.dialect.Edition;
import io.haina.feedback.Satisfaction;
import io.haina.feedback.Satisfactions;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.idempotency.Once;
import io.haina.record.LinkKind;
import io.haina.record.LinkNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Objects;
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

/** How satisfied the people of customers are. */
@RestController
@RequestMapping(SatisfactionApi.SATISFACTION)
@Tag(name = "satisfaction", description = "How satisfied contacts are, and with whom")
class SatisfactionApi {

    static final String SATISFACTION = "/api/v1/satisfaction";

    private final Satisfactions satisfactions;
    private final LinkNames names;

    SatisfactionApi(Satisfactions satisfactions, LinkNames names) {
        this.satisfactions = satisfactions;
        this.names = names;
    }

    @GetMapping
    @Operation(summary = "What contacts said, the newest first")
    Listed<Shown> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String contact,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        TimeWindow window = PaperNames.window(actor, from, to);
        Page part = ApiNames.page(page, size);
        Long of = PaperNames.id("contact", contact);
        Slice<Satisfaction> found = of == null
                ? satisfactions.list(actor, window.from(), window.until(), part)
                : satisfactions.of(actor, of, window.from(), window.until(), part);
        LinkNames.Names named = names(actor, found.rows());
        return Listed.of(found.map(each -> Shown.of(each, named)));
    }

    private LinkNames.Names names(Actor actor, List<Satisfaction> rows) {
        return names.of(
                actor,
                PaperNames.asked(
                        LinkKind.CONTACT,
                        PaperNames.ids(rows, Satisfaction::contact),
                        LinkKind.STAFF,
                        PaperNames.people(
                                rows, each -> Stream.concat(Stream.of(each.operator()), each.staff().stream()))));
    }

    private Shown shown(Actor actor, long id) {
        Satisfaction satisfaction = satisfactions.get(actor, id);
        return Shown.of(satisfaction, names(actor, List.of(satisfaction)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "What one contact said once")
    ResponseEntity<Shown> get(Actor actor, @PathVariable long id, Edition edition) {
        return edition.shown(shown(actor, id));
    }

    @PostMapping
    @Operation(summary = "Write down what a contact said")
    @ApiResponse(responseCode = "201")
    ResponseEntity<Shown> add(Actor actor, @RequestBody Written written, Once once) {
        long made = once.made(
                written,
                () -> satisfactions.add(
                        actor,
                        written.draft(),
                        Objects.requireNonNullElse(PaperNames.links("staff", written.staff()), List.of())));
        return ResponseEntity.created(URI.create(SATISFACTION + "/" + made)).body(shown(actor, made));
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Change what is given of a satisfaction")
    ResponseEntity<Shown> change(Actor actor, @PathVariable long id, @RequestBody Written written, Edition edition) {
        return edition.change(
                () -> satisfactions.hold(actor, id),
                () -> shown(actor, id),
                () -> satisfactions.change(actor, id, written.draft(), PaperNames.links("staff", written.staff())));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Delete what was written down")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> delete(Actor actor, @PathVariable long id, Edition edition) {
        return edition.delete(
                () -> satisfactions.hold(actor, id), () -> shown(actor, id), () -> satisfactions.delete(actor, id));
    }
}
