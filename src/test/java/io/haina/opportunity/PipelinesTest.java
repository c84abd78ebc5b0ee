package io.haina.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.customer.CustomerRecords;
import io.haina.opportunity.Pipeline.Stage;
import io.haina.opportunity.PipelineDraft.StageDraft;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Kind;
import io.haina.testing.HainaServer;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelinesTest {

    private final HainaServer server = HainaServer.get();
    private final Pipelines pipelines = server.bean(Pipelines.class);
    private final TestCompany company = TestCompany.create();
    private final Actor admin = company.admin().actor();
    private final Actor sales = company.sales().actor();

    private long make(String name) {
        return pipelines.add(
                admin,
                new PipelineDraft(name, 2, List.of(new StageDraft(null, "初步", 10), new StageDraft(null, "谈判", 60))));
    }

    private Pipeline get(long id) {
        return pipelines.of(sales).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void admins_make_them_and_another_tenant_has_its_own() {
        long id = make("大客户");
        assertThat(get(id).stages()).extracting(Stage::position).containsExactly(1, 2);
        assertThat(Refusal.of(() -> pipelines.delete(sales, id))).isInstanceOf(Problem.RoleRequired.class);
        assertThat(Refusal.of(() -> make("大客户"))).isInstanceOf(Problem.ValueTaken.class);
        assertThat(Refusal.of(() -> pipelines.add(admin, new PipelineDraft("空", 1, List.of()))))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(Refusal.of(() ->
                        pipelines.add(admin, new PipelineDraft("多", 1, List.of(new StageDraft(null, "x", 101))))))
                .isInstanceOf(Problem.Invalid.class);
        Actor elsewhere = TestCompany.create().admin().actor();
        assertThat(Refusal.of(() -> pipelines.delete(elsewhere, id))).isEqualTo(new Problem.NotFound(Kind.PIPELINE));
        pipelines.delete(admin, id);
        assertThat(pipelines.of(sales)).hasSize(1);
        make("大客户");
    }

    @Test
    void stages_are_renamed_moved_added_and_taken_away_while_none_stands_there() {
        long id = make("改动");
        List<Stage> before = get(id).stages();
        long customer = server.bean(CustomerRecords.class).add(sales, Map.of("name", "流程客户"));
        server.bean(Opportunities.class)
                .add(
                        sales,
                        Map.of(
                                "name",
                                "在谈",
                                "customerId",
                                customer,
                                "pipelineId",
                                id,
                                "stageId",
                                before.get(1).id()),
                        List.of());
        assertThat(Refusal.of(() -> pipelines.delete(admin, id))).isEqualTo(new Problem.RecordInUse(Kind.PIPELINE));
        StageDraft first = new StageDraft(before.get(0).id(), "初步", 10);
        StageDraft second = new StageDraft(before.get(1).id(), "深入谈判", 70);
        assertThat(Refusal.of(() -> pipelines.change(admin, id, new PipelineDraft("改动", 2, List.of(first)))))
                .isEqualTo(new Problem.RecordInUse(Kind.PIPELINE));
        assertThat(Refusal.of(() -> pipelines.change(admin, id, new PipelineDraft("改动", 2, List.of(second, second)))))
                .isInstanceOf(Problem.Invalid.class);
        pipelines.change(
                admin, id, new PipelineDraft("改动后", 2, List.of(second, new StageDraft(null, "签约", 90), first)));
        assertThat(get(id).name()).isEqualTo("改动后");
        assertThat(get(id).stages())
                .extracting(stage -> stage.name() + stage.rate())
                .containsExactly("深入谈判70", "签约90", "初步10");
        pipelines.change(admin, id, new PipelineDraft("改动后", 2, List.of(second)));
        assertThat(get(id).stages()).hasSize(1);
    }
}
