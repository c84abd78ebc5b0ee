package io.haina.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.catalog.CustomFieldDraft;
import io.haina.catalog.CustomFields;
import io.haina.customer.CustomerRecords;
import io.haina.field.Field;
import io.haina.field.FieldRules;
import io.haina.field.FieldType;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.lead.Leads;
import io.haina.opportunity.Opportunities;
import io.haina.opportunity.Outcome;
import io.haina.opportunity.Pipeline;
import io.haina.opportunity.Pipelines;
import io.haina.problem.Problem;
import io.haina.record.Order;
import io.haina.sheet.SheetFormat;
import io.haina.sheet.SheetLimits;
import io.haina.sheet.Sheets;
import io.haina.testing.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is special to each kind of record that goes in and out. */
class ExchangeKindsTest extends Importing {

    private static ExportOrder order(List<String> fields) {
        return new ExportOrder(false, Filter.EVERYTHING, List.of(), fields, null, "s", "t", false);
    }

    @Test
    void every_kind_has_columns_and_a_list() {
        Actor admin = company.admin().actor();
        for (RecordKind kind : RecordKind.values()) {
            assertThat(exchange.columns(admin, kind)).isNotEmpty().allMatch(Field::isWritable);
            exchange.export(
                    admin,
                    kind,
                    order(List.of()),
                    output -> assertThat(output.file()).exists());
        }
    }

    @Test
    void contacts_and_opportunities_name_their_customer_and_stage() throws IOException {
        CustomerRecords customers = server.bean(CustomerRecords.class);
        customers.add(sales, Map.of("name", "上海客户"));
        customers.add(company.south().getFirst().actor(), Map.of("name", "别人的客户"));
        Path people = file(
                SheetFormat.XLS,
                List.of("姓名(*)", "客户名称(*)", "手机"),
                List.of(List.of("张三", "上海客户", "1"), List.of("李四", "没有的客户", "2"), List.of("王五", "别人的客户", "3")));
        Job contacts = imported(RecordKind.CONTACT, people, Repeat.SKIP);
        assertThat(errors(sales, contacts.id()).stream().skip(1).map(List::getFirst))
                .containsExactly("NO_SUCH_CUSTOMER 客户名称", "NO_SUCH_CUSTOMER");
        Path chances = file(
                SheetFormat.XLSX,
                List.of("商机名称(*)", "客户名称(*)", "商机状态组(*)", "商机阶段(*)", "商机金额"),
                List.of(
                        List.of("商机一", "上海客户", "销售流程商机组", "需求分析", "1200.5"),
                        List.of("商机二", "上海客户", "销售流程商机组", "没有的阶段", ""),
                        List.of("商机三", "上海客户", "销售流程商机组", "验证客户", "一千")));
        Job opportunities = imported(RecordKind.OPPORTUNITY, chances, Repeat.SKIP);
        assertThat(errors(sales, opportunities.id()).stream().skip(1).map(List::getFirst))
                .containsExactly("NO_SUCH_NAME 商机阶段", "INVALID 商机金额");
        List<List<String>> rows = new ArrayList<>();
        exchange.export(
                sales,
                RecordKind.OPPORTUNITY,
                order(List.of("name", "customerId", "pipelineId", "stageId", "money", "ownerId")),
                output -> Sheets.read(output.file(), SheetLimits.ofRows(100), (number, cells) -> rows.add(cells)));
        assertThat(rows.getLast())
                .containsExactly(
                        "商机一",
                        "上海客户",
                        "销售流程商机组",
                        "需求分析",
                        "1200.5",
                        company.sales().name());
    }

    @Test
    void an_opportunity_that_has_ended_is_exported_at_its_end() {
        Pipeline pipeline = server.bean(Pipelines.class).of(sales).getFirst();
        Opportunities opportunities = server.bean(Opportunities.class);
        Map<String, Object> draft = Map.of(
                "name", "商机",
                "customerId", server.bean(CustomerRecords.class).add(sales, Map.of("name", "客户")),
                "pipelineId", pipeline.id(),
                "stageId", pipeline.stages().getFirst().id());
        List<String> expected = new ArrayList<>(List.of("验证客户"));
        opportunities.add(sales, draft, List.of());
        for (Outcome outcome : Outcome.values()) {
            opportunities.end(sales, opportunities.add(sales, draft, List.of()), outcome, null);
            expected.add(outcome.label());
        }
        List<List<String>> rows = new ArrayList<>();
        exchange.export(
                sales,
                RecordKind.OPPORTUNITY,
                order(List.of("stageId")),
                output -> Sheets.read(output.file(), SheetLimits.ofRows(100), (number, cells) -> rows.add(cells)));
        assertThat(rows.stream().skip(2).map(List::getFirst)).containsExactlyElementsOf(expected);
    }

    @Test
    void yes_and_no_go_out_and_come_in_as_people_say_them() throws IOException {
        Actor admin = company.admin().actor();
        CustomFieldDraft draft = new CustomFieldDraft(RecordKind.LEAD, "已联系", FieldType.BOOLEAN, 0, FieldRules.NONE);
        long id = server.bean(CustomFields.class).add(admin, draft);
        Path file = file(
                SheetFormat.XLSX,
                List.of("线索名称(*)", "已联系"),
                List.of(List.of("一", "是"), List.of("二", "否"), List.of("三", "true"), List.of("四", "false")));
        assertThat(imported(RecordKind.LEAD, file, Repeat.SKIP).errors()).isZero();
        List<List<String>> rows = new ArrayList<>();
        exchange.export(
                company.again(company.sales()).actor(),
                RecordKind.LEAD,
                order(List.of("name", "f" + id)),
                output -> Sheets.read(output.file(), SheetLimits.ofRows(100), (number, cells) -> rows.add(cells)));
        assertThat(rows.stream().skip(2))
                .containsExactly(List.of("一", "是"), List.of("二", "否"), List.of("三", "是"), List.of("四", "否"));
    }

    @Test
    void products_are_imported_by_those_who_may_make_them() throws IOException {
        Path file = file(SheetFormat.XLSX, List.of("产品名称(*)", "价格"), List.of(List.of("产品一", "9.9")));
        assertThat(Refusal.of(() -> started(sales, RecordKind.PRODUCT, file, Repeat.SKIP)))
                .isInstanceOf(Problem.RoleRequired.class);
        Actor admin = company.admin().actor();
        assertThat(finished(admin, started(admin, RecordKind.PRODUCT, file, Repeat.SKIP))
                        .errors())
                .isZero();
    }

    @Test
    void new_records_become_those_of_whom_the_importer_names() throws IOException {
        Actor other = company.east().get(1).actor();
        for (RecordKind kind : List.of(RecordKind.LEAD, RecordKind.CUSTOMER)) {
            String title = kind == RecordKind.LEAD ? "线索名称(*)" : "客户名称(*)";
            Path file = file(SheetFormat.XLSX, List.of(title), List.of(List.of("转给同事")));
            try (InputStream content = Files.newInputStream(file)) {
                Job job = exchange.startImport(
                        sales, kind, new ImportOrder(Repeat.SKIP, other.staffId(), 10), "x.xlsx", content);
                assertThat(finished(sales, job).errors()).isZero();
            }
        }
        Leads leads = server.bean(Leads.class);
        assertThat(leads.list(other, Filter.EVERYTHING, new Page(1, 10), Order.NEWEST)
                        .rows())
                .hasSize(1);
        assertThat(leads.list(sales, Filter.EVERYTHING, new Page(1, 10), Order.NEWEST)
                        .rows())
                .isEmpty();
        assertThat(server.bean(CustomerRecords.class)
                        .list(other, Filter.EVERYTHING, new Page(1, 10), Order.NEWEST)
                        .rows())
                .hasSize(1);
    }
}
