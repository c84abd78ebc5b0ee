package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiFilters.Narrowing;
import io.haina.api.ApiWire.Link;
import io.haina.api.RecordsWire.RecordItem;
import io.haina.api.SalesWire.BoardShown;
import io.haina.api.SalesWire.ColumnShown;
import io.haina.api.SalesWire.Stage;
import io.haina.catalog.Catalogs;
import io.haina.dialect.Inputs;
import io.haina.field.Field;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.opportunity.Boards;
import io.haina.opportunity.Boards.Board;
import io.haina.opportunity.Column;
import io.haina.problem.Problem;
import io.haina.record.LinkNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Opportunities as a board: a column a stage. */
@RestController
@RequestMapping("/api/v1/opportunities/board")
@Tag(name = "sales", description = "Conversion, product lines, stages and pipelines")
class BoardApi {

    private static final Set<String> USUAL_FIELDS =
            Set.of("name", "customerId", "money", "dealAt", "ownerId", "nextContactAt", "updatedAt", "stageId");

    private final Boards boards;
    private final Catalogs catalogs;
    private final LinkNames names;
    private final ApiFilters filters;

    BoardApi(Boards boards, Catalogs catalogs, LinkNames names, ApiFilters filters) {
        this.boards = boards;
        this.catalogs = catalogs;
        this.names = names;
        this.filters = filters;
    }

    @GetMapping
    @Operation(summary = "The open opportunities of a pipeline by stage, the last changed first")
    BoardShown board(
            Actor actor,
            @Parameter(description = "the number of a pipeline; the first where absent")
                    @RequestParam(required = false)
                    @Nullable
                    String pipeline,
            @Parameter(description = "words to search for") @RequestParam(required = false) @Nullable String q,
            @Parameter(description = "a saved filter") @RequestParam(required = false) @Nullable String scene,
            @Parameter(description = "a filter as JSON") @RequestParam(required = false) @Nullable String filter,
            @Parameter(description = "the fields of the cards") @RequestParam(required = false) @Nullable String fields,
            @Parameter(description = "cards of each stage, 1 to 100; 25 where absent")
                    @RequestParam(required = false)
                    @Nullable
                    String size) {
        String text = Inputs.text("pipeline", pipeline);
        int cards = ApiNames.size(size);
        Filter wish = filters.wish(actor, RecordKind.OPPORTUNITY, new Narrowing(q, scene, filter));
        List<Field> shown = shown(actor, filters.fields(actor, RecordKind.OPPORTUNITY, fields));
        Board board = boards.board(
                actor,
                text == null ? null : ApiNames.id(Problem.Kind.PIPELINE, text),
                wish,
                cards,
                shown.stream().map(Field::name).collect(Collectors.toSet()));
        LinkNames.Names named = names.of(
                actor,
                RecordKind.OPPORTUNITY,
                shown,
                board.columns().stream().flatMap(each -> each.rows().stream()).toList());
        return new BoardShown(
                new Link(board.pipeline().id(), board.pipeline().name()),
                board.columns().stream().map(each -> column(each, shown, named)).toList());
    }

    private List<Field> shown(Actor actor, @Nullable Set<String> wanted) {
        Set<String> fields = wanted == null ? USUAL_FIELDS : wanted;
        return RecordNames.shown(catalogs.of(actor, RecordKind.OPPORTUNITY)).stream()
                .filter(field -> fields.contains(field.name()))
                .toList();
    }

    private static ColumnShown column(Column column, List<Field> shown, LinkNames.Names named) {
        List<RecordItem> items = column.rows().stream()
                .map(row -> RecordNames.item(row, shown, named))
                .toList();
        return new ColumnShown(Stage.of(column.stage()), column.count(), column.money(), column.exact(), items);
    }
}
