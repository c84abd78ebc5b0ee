package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiWire.Items;
import io.haina.api.SalesWire.Sequence;
import io.haina.idempotency.Once;
import io.haina.opportunity.Pipeline;
import io.haina.opportunity.Pipelines;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The company's pipelines: everybody sees them, admins make them. */
@RestController
@RequestMapping("/api/v1/pipelines")
@Tag(name = "sales", description = "Conversion, product lines, stages and pipelines")
class PipelinesApi {

    private final Pipelines pipelines;

    PipelinesApi(Pipelines pipelines) {
        this.pipelines = pipelines;
    }

    @GetMapping
    @Operation(summary = "All pipelines with their stages, in their order")
    Items<Sequence> list(Actor actor) {
        return new Items<>(pipelines.of(actor).stream().map(Sequence::of).toList());
    }

    @PostMapping
    @Operation(summary = "Make a pipeline")
    @ApiResponse(responseCode = "201")
    ResponseEntity<Sequence> make(Actor actor, @RequestBody Sequence written, Once once) {
        long id = once.made(written, () -> pipelines.add(actor, written.draft(0)));
        return ResponseEntity.created(URI.create("/api/v1/pipelines/" + id)).body(shown(actor, id));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Replace a pipeline's name and stages; a stage at which an opportunity stands stays")
    Sequence change(Actor actor, @PathVariable String id, @RequestBody Sequence written) {
        long pipeline = ApiNames.id(Problem.Kind.PIPELINE, id);
        pipelines.change(actor, pipeline, written.draft(find(actor, pipeline).position()));
        return shown(actor, pipeline);
    }

    private Sequence shown(Actor actor, long id) {
        return Sequence.of(find(actor, id));
    }

    private Pipeline find(Actor actor, long id) {
        return pipelines.of(actor).stream()
                .filter(pipeline -> pipeline.id() == id)
                .findFirst()
                .orElseThrow(() -> Refused.notFound(Problem.Kind.PIPELINE));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Delete a pipeline that no opportunity is in")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> delete(Actor actor, @PathVariable String id) {
        pipelines.delete(actor, ApiNames.id(Problem.Kind.PIPELINE, id));
        return ResponseEntity.noContent().build();
    }
}
