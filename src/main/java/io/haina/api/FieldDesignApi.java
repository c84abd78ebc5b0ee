package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.FieldDesignWire.FieldDraft;
import io.haina.api.FieldDesignWire.FieldOrder;
import io.haina.api.RecordsWire.FieldShown;
import io.haina.catalog.Catalogs;
import io.haina.catalog.CustomFields;
import io.haina.field.Field;
import io.haina.field.RecordKind;
import io.haina.idempotency.Once;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The design of fields, for admins: fields of the company's own, and what it says of the program's. */
@RestController
@RequestMapping(ApiNames.RECORDS + "/fields")
@Tag(name = "fields", description = "The design of fields")
class FieldDesignApi {

    private final CustomFields fields;
    private final Catalogs catalogs;

    FieldDesignApi(CustomFields fields, Catalogs catalogs) {
        this.fields = fields;
        this.catalogs = catalogs;
    }

    @PostMapping
    @Operation(summary = "Make a field; without a position it is the last")
    @ApiResponse(responseCode = "201")
    ResponseEntity<FieldShown> make(Actor actor, @PathVariable String kind, @RequestBody FieldDraft draft, Once once) {
        RecordKind of = ApiNames.kind(kind);
        String name = "f" + once.made(draft, () -> fields.add(actor, draft.made(of, last(actor, of))));
        return ResponseEntity.created(URI.create("/api/v1/" + kind + "/fields/" + name))
                .body(shown(actor, of, name));
    }

    private int last(Actor actor, RecordKind kind) {
        return 1
                + catalogs.of(actor, kind).fields().stream()
                        .mapToInt(field -> field.rules().position())
                        .max()
                        .orElse(0);
    }

    @PatchMapping("/{name}")
    @Operation(summary = "Change what is given of a field; of a built-in one its label, rules, options and place")
    FieldShown change(
            Actor actor,
            @PathVariable String kind,
            @PathVariable String name,
            @RequestParam(defaultValue = "false") boolean loseValues,
            @RequestBody FieldDraft draft) {
        RecordKind of = ApiNames.kind(kind);
        fields.change(actor, of, name, draft.change(), loseValues);
        return shown(actor, of, name);
    }

    private FieldShown shown(Actor actor, RecordKind kind, String name) {
        return RecordNames.field(kind, fields.current(actor, kind, name), actor.role());
    }

    @DeleteMapping("/{name}")
    @Operation(summary = "Delete a field of the company's own; with values in it only where loseValues says so")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> delete(
            Actor actor,
            @PathVariable String kind,
            @PathVariable String name,
            @RequestParam(defaultValue = "false") boolean loseValues) {
        RecordKind of = ApiNames.kind(kind);
        Field field = fields.current(actor, of, name);
        if (!field.isCustom()) {
            throw Refused.invalid("name", Rule.NOT_A_CHOICE);
        }
        fields.delete(actor, of, field.customId(), loseValues);
        return ResponseEntity.noContent().build();
    }

    @PutMapping("/order")
    @Operation(summary = "Give the fields of a kind an order; those that are not named follow as they were")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> order(Actor actor, @PathVariable String kind, @RequestBody FieldOrder order) {
        List<String> names = new ArrayList<>();
        for (@Nullable String name : ApiNames.required("names", order.names())) {
            names.add(ApiNames.required("names", name));
        }
        fields.order(actor, ApiNames.kind(kind), names);
        return ResponseEntity.noContent().build();
    }
}
