package io.haina.api;

import io.haina.access.Actor;
import io.haina.activity.JournalKind;
import io.haina.activity.RecordActivities;
import io.haina.activity.Timelines;
import io.haina.api.ActivitiesWire.Entry;
import io.haina.api.ActivitiesWire.Written;
import io.haina.api.ApiWire.Listed;
import io.haina.field.RecordKind;
import io.haina.idempotency.Once;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was done with a record, and with all that belongs to it. */
@RestController
@RequestMapping("/api/v1/{kind}/{id}/activities")
@Tag(name = "activities", description = "Timelines of leads, customers, contacts and opportunities")
class ActivitiesApi {

    private final RecordActivities activities;
    private final Timelines timelines;

    ActivitiesApi(RecordActivities activities, Timelines timelines) {
        this.activities = activities;
        this.timelines = timelines;
    }

    @GetMapping
    @Operation(summary = "The timeline of a record, newest first")
    Listed<Entry> list(
            Actor actor,
            @PathVariable
                    @Parameter(schema = @Schema(allowableValues = {"leads", "customers", "contacts", "opportunities"}))
                    String kind,
            @PathVariable long id,
            @RequestParam(required = false)
                    @Parameter(schema = @Schema(allowableValues = {"activity", "demand"}))
                    @Nullable
                    String type,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        return Listed.of(timelines
                .of(actor, kind(kind), id, journal(type), null, ApiNames.page(page, size))
                .map(Entry::of));
    }

    @GetMapping("/{activity}")
    @Operation(summary = "One activity of a record")
    Entry get(
            Actor actor,
            @PathVariable
                    @Parameter(schema = @Schema(allowableValues = {"leads", "customers", "contacts", "opportunities"}))
                    String kind,
            @PathVariable long id,
            @PathVariable long activity) {
        return Entry.of(timelines.get(actor, kind(kind), id, activity));
    }

    @PostMapping
    @Operation(summary = "Write down what was done with a record just now")
    @ApiResponse(responseCode = "201")
    ResponseEntity<Entry> add(
            Actor actor,
            @PathVariable
                    @Parameter(schema = @Schema(allowableValues = {"leads", "customers", "contacts", "opportunities"}))
                    String kind,
            @PathVariable long id,
            @RequestBody Written written,
            Once once) {
        RecordKind followed = kind(kind);
        String path = "/api/v1/" + kind + "/" + id + "/activities";
        long made = once.made(written, () -> activities.add(actor, followed, id, written.draft(actor)));
        return ResponseEntity.created(URI.create(path + "/" + made))
                .body(Entry.of(timelines.get(actor, followed, id, made)));
    }

    /** Products have no timeline. */
    private static RecordKind kind(String path) {
        RecordKind kind = ApiNames.kind(path);
        if (kind == RecordKind.PRODUCT) {
            throw new Refused(new Problem.NoSuchPath());
        }
        return kind;
    }

    private static @Nullable JournalKind journal(@Nullable String type) {
        return switch (type) {
            case null -> null;
            case "activity" -> JournalKind.ACTIVITY;
            case "demand" -> JournalKind.DEMAND;
            default -> throw Refused.invalid("type", Rule.NOT_A_CHOICE);
        };
    }
}
