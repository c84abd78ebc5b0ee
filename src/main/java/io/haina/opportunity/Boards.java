package io.haina.opportunity;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.catalog.Catalogs;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Operator;
import io.haina.opportunity.Pipeline.Stage;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import io.haina.record.Group;
import io.haina.record.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The open opportunities of a pipeline by their stages. */
@Service
public class Boards {

    /** So many at a stage are counted and added up: a board is for people to look at. */
    public static final int COUNTED = 1_000;

    private static final RecordKind KIND = RecordKind.OPPORTUNITY;

    private final Pipelines pipelines;
    private final Records records;
    private final Catalogs catalogs;

    Boards(Pipelines pipelines, Records records, Catalogs catalogs) {
        this.pipelines = pipelines;
        this.records = records;
        this.catalogs = catalogs;
    }

    /** A pipeline, and what stands at each of its stages. */
    public record Board(Pipeline pipeline, List<Column> columns) {}

    /**
     * The board of a pipeline.
     *
     * @param id null for the first pipeline
     * @param wish what the opportunities are narrowed by
     * @param cards rows of each stage
     * @param fields of the rows that are read
     * @throws Refused if there is no such pipeline, or the wish names what the actor may not see
     */
    public Board board(Actor actor, @Nullable Long id, Filter wish, int cards, Set<String> fields) {
        Pipeline pipeline = pipelines.of(actor).stream()
                .filter(each -> id == null || each.id() == id)
                .findFirst()
                .orElseThrow(() -> Refused.notFound(Problem.Kind.PIPELINE));
        Filter open = Filter.all(wish, new Filter.Match(OpportunityFields.OUTCOME, Operator.IS_NULL, List.of()));
        List<Long> stages = pipeline.stages().stream().map(Stage::id).toList();
        boolean seesMoney =
                catalogs.of(actor, KIND).find(OpportunityFields.MONEY).isPresent();
        Map<Long, Group> groups = records.groups(
                Access.scoped(actor, UseCase.OPPORTUNITY_LIST, open),
                KIND,
                OpportunityFields.STAGE_ID,
                stages,
                seesMoney ? OpportunityFields.MONEY : null,
                COUNTED,
                !wish.equals(Filter.EVERYTHING),
                fields,
                cards);
        List<Column> columns = new ArrayList<>();
        for (Stage stage : pipeline.stages()) {
            Group at = Objects.requireNonNull(groups.get(stage.id()));
            columns.add(new Column(stage, at.count(), seesMoney ? at.sum() : null, at.exact(), at.rows()));
        }
        return new Board(pipeline, columns);
    }
}
