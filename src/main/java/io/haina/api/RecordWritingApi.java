package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.RecordsWire.RecordChange;
import io.haina.api.RecordsWire.RecordDetail;
import io.haina.api.RecordsWire.RecordDraft;
import io.haina.catalog.Catalogs;
import io.haina.dialect.Edition;
import io.haina.field.RecordKind;
import io.haina.idempotency.Once;
import io.haina.kind.Keepers;
import io.haina.kind.NewRecord;
import io.haina.kind.NewRecords;
import io.haina.kind.Versions;
import io.haina.sharing.Stars;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Making, changing and deleting records of every kind. */
@RestController
@RequestMapping(ApiNames.RECORDS)
@Tag(name = "records")
class RecordWritingApi {

    private final Keepers keepers;
    private final NewRecords newRecords;
    private final Versions versions;
    private final Catalogs catalogs;
    private final Stars stars;
    private final RecordsApi shown;

    RecordWritingApi(
            Keepers keepers,
            NewRecords newRecords,
            Versions versions,
            Catalogs catalogs,
            Stars stars,
            RecordsApi shown) {
        this.keepers = keepers;
        this.newRecords = newRecords;
        this.versions = versions;
        this.catalogs = catalogs;
        this.stars = stars;
        this.shown = shown;
    }

    @PostMapping
    @Operation(
            summary =
                    "Make a record, of one's own or of somebody's within reach; a customer is reported, and protected from then on")
    @ApiResponse(responseCode = "201")
    ResponseEntity<RecordDetail> add(
            Actor actor, @PathVariable String kind, @RequestBody RecordDraft draft, Once once) {
        RecordKind of = ApiNames.kind(kind);
        String path = "/api/v1/" + kind;
        long made = once.made(draft, () -> add(actor, of, draft));
        ResponseEntity<RecordDetail> detail = shown.detail(actor, of, made);
        return ResponseEntity.created(URI.create(path + "/" + made))
                .eTag(detail.getHeaders().getETag())
                .body(detail.getBody());
    }

    private long add(Actor actor, RecordKind kind, RecordDraft draft) {
        return newRecords.add(
                actor,
                kind,
                new NewRecord(
                        JsonNames.draft(catalogs.of(actor, kind), actor.role(), draft.values()),
                        ApiNames.link("ownerId", draft.ownerId()),
                        RecordNames.contact(draft.contact()),
                        draft.lines() == null ? null : SalesWire.raw(draft.lines())));
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Change what is named of a record")
    @ApiResponse(responseCode = "200")
    ResponseEntity<RecordDetail> change(
            Actor actor,
            @PathVariable String kind,
            @PathVariable String id,
            @RequestBody RecordChange change,
            Edition edition) {
        RecordKind of = ApiNames.kind(kind);
        long number = ApiNames.id(of, id);
        Map<String, @Nullable Object> values = JsonNames.draft(catalogs.of(actor, of), actor.role(), change.values());
        versions.change(
                actor, of, number, edition.wanted(), () -> keepers.of(of).change(actor, number, values));
        return shown.detail(actor, of, number);
    }

    @PutMapping("/{id}/star")
    @Operation(summary = "Mark a record for oneself; products have no marks")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> star(Actor actor, @PathVariable String kind, @PathVariable String id) {
        RecordKind of = ApiNames.kind(kind);
        stars.put(actor, of, ApiNames.id(of, id));
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/{id}/star")
    @Operation(summary = "Take the mark off a record")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> unstar(Actor actor, @PathVariable String kind, @PathVariable String id) {
        RecordKind of = ApiNames.kind(kind);
        stars.remove(actor, of, ApiNames.id(of, id));
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Delete a record, softly")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> delete(Actor actor, @PathVariable String kind, @PathVariable String id, Edition edition) {
        RecordKind of = ApiNames.kind(kind);
        long number = ApiNames.id(of, id);
        versions.change(
                actor, of, number, edition.wanted(), () -> keepers.of(of).delete(actor, List.of(number)));
        return ResponseEntity.noContent().build();
    }
}
