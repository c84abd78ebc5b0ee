package io.haina.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.customer.CustomerDraft;
import io.haina.customer.CustomerRecords;
import io.haina.customer.Customers;
import io.haina.customer.Duplicate;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.lead.Leads;
import io.haina.problem.Problem;
import io.haina.problem.Problem.SheetFault;
import io.haina.record.Order;
import io.haina.record.Row;
import io.haina.sheet.SheetFormat;
import io.haina.sheet.SheetLimits;
import io.haina.sheet.Sheets;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExchangeTest extends Importing {

    private static final List<String> HEADER = List.of("线索名称(*)", "手机", "线索来源");

    private final Leads leads = server.bean(Leads.class);

    private List<Row> all(Actor actor) {
        return leads.list(actor, Filter.EVERYTHING, new Page(1, 100), Order.NEWEST)
                .rows();
    }

    @Test
    void both_formats_are_imported_and_refused_rows_come_back_with_their_reasons() throws IOException {
        for (SheetFormat format : SheetFormat.values()) {
            String prefix = format.name();
            Job job = imported(
                    RecordKind.LEAD,
                    file(
                            format,
                            HEADER,
                            List.of(
                                    List.of(prefix + "一", "13800138000", "广告"),
                                    List.of("", "13800138001", "广告"),
                                    List.of(prefix + "三", "", "没有这个来源"),
                                    List.of(prefix + "四", "=1+1", ""))),
                    Repeat.OVERWRITE);
            assertThat(job.state()).isEqualTo(JobState.DONE);
            assertThat(job.total()).isEqualTo(4);
            assertThat(job.done()).isEqualTo(4);
            assertThat(job.errors()).isEqualTo(2);
            assertThat(errors(sales, job.id()))
                    .containsExactly(
                            List.of("错误原因", "线索名称(*)", "手机", "线索来源"),
                            List.of("REQUIRED 线索名称", "", "13800138001", "广告"),
                            List.of("INVALID 线索来源", prefix + "三", "", "没有这个来源"));
        }
        assertThat(all(sales).stream().map(row -> row.text("name")))
                .containsExactlyInAnyOrder("XLSX一", "XLSX四", "XLS一", "XLS四");
    }

    @Test
    void a_row_with_a_character_that_no_text_holds_is_refused_and_the_others_are_imported() throws IOException {
        Path file = file(
                SheetFormat.XLSX,
                HEADER,
                List.of(
                        List.of("先来", "", ""),
                        List.of("甲_x0000_乙", "", ""),
                        List.of("丙_xD800_丁", "", ""),
                        List.of("后到", "", "")));
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Path sheet = zip.getPath("xl/worksheets/sheet1.xml");
            String escaped = Files.readString(sheet);
            assertThat(escaped).contains("_x005F_x0000_");
            Files.writeString(sheet, escaped.replace("_x005F_", "_"));
        }
        Job job = imported(RecordKind.LEAD, file, Repeat.OVERWRITE);
        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.errors()).isEqualTo(2);
        assertThat(errors(sales, job.id()))
                .hasSize(3)
                .filteredOn(row -> row.getFirst().startsWith("INVALID 线索名称"))
                .hasSize(2);
        assertThat(all(sales).stream().map(row -> row.text("name"))).containsExactlyInAnyOrder("先来", "后到");
    }

    @Test
    void the_template_is_what_the_import_reads() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        exchange.template(
                sales,
                RecordKind.LEAD,
                SheetFormat.XLS,
                "线索导入",
                "线索导入模板(*)为必填项",
                output -> Sheets.read(output.file(), SheetLimits.ofRows(10), (number, cells) -> rows.add(cells)));
        assertThat(rows).hasSize(2);
        assertThat(rows.getLast()).contains("线索名称(*)", "手机", "线索来源", "客户级别").doesNotContain("负责人");
        List<String> row =
                new ArrayList<>(java.util.Collections.nCopies(rows.getLast().size(), ""));
        row.set(rows.getLast().indexOf("线索名称(*)"), "模板线索");
        Job job = imported(RecordKind.LEAD, file(SheetFormat.XLS, rows.getLast(), List.of(row)), Repeat.SKIP);
        assertThat(job.errors()).isZero();
        assertThat(all(sales)).hasSize(1);
    }

    @Test
    void a_file_of_another_template_is_refused_row_by_row() throws IOException {
        Job unknown = imported(
                RecordKind.LEAD,
                file(SheetFormat.XLSX, List.of("线索名称(*)", "没有的列"), List.of(List.of("甲", "1"), List.of("乙", "2"))),
                Repeat.SKIP);
        Job lacking =
                imported(RecordKind.LEAD, file(SheetFormat.XLSX, List.of("手机"), List.of(List.of("138"))), Repeat.SKIP);
        assertThat(List.of(unknown.errors(), lacking.errors())).containsExactly(2L, 1L);
        assertThat(errors(sales, unknown.id()).get(1)).containsExactly("OUTDATED_TEMPLATE", "甲", "1");
        assertThat(all(sales)).isEmpty();
    }

    @Test
    void a_bad_file_is_refused_at_once_and_leaves_nothing() throws IOException {
        Path text = Files.writeString(folder.resolve("a.xls"), "name\n");
        assertThat(Refusal.of(() -> started(sales, RecordKind.LEAD, text, Repeat.SKIP)))
                .isEqualTo(new Problem.SheetRefused(SheetFault.NOT_A_SHEET, null));
        Path empty = file(SheetFormat.XLSX, List.of(""), List.of());
        assertThat(Refusal.of(() -> started(sales, RecordKind.LEAD, empty, Repeat.SKIP)))
                .isEqualTo(new Problem.SheetRefused(SheetFault.NO_HEADER, null));
        assertThat(exchange.list(sales, null, new Page(1, 100)).rows()).isEmpty();
        Path home = server.home().resolve("exchange/" + company.tenantId());
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void a_customer_that_is_there_is_overwritten_or_skipped_and_anothers_is_not_touched() throws IOException {
        CustomerRecords customers = server.bean(CustomerRecords.class);
        Actor other = company.south().getFirst().actor();
        long mine = customers.add(sales, Map.of("name", "华为技术有限公司", "mobile", "1"));
        long theirs = customers.add(other, Map.of("name", "腾讯科技", "mobile", "2"));
        List<String> header = List.of("客户名称(*)", "手机");
        List<List<String>> rows = List.of(List.of("华为技术有限公司", "111"), List.of("腾讯科技", "222"), List.of("新客户", "333"));
        Job skipped = imported(RecordKind.CUSTOMER, file(SheetFormat.XLSX, header, rows), Repeat.SKIP);
        assertThat(skipped.errors()).isZero();
        assertThat(customers.get(sales, mine).text("mobile")).isEqualTo("1");
        Job job = imported(RecordKind.CUSTOMER, file(SheetFormat.XLS, header, rows), Repeat.OVERWRITE);
        assertThat(job.errors()).isEqualTo(1);
        assertThat(errors(sales, job.id()).get(1)).containsExactly("NOT_OVERWRITABLE", "腾讯科技", "222");
        assertThat(customers.get(sales, mine).text("mobile")).isEqualTo("111");
        assertThat(customers.get(other, theirs).text("mobile")).isEqualTo("2");
        assertThat(server.bean(Customers.class).check(other, "新客户")).isPresent();
        assertThat(server.jdbc()
                        .queryForObject(
                                "select count(*) from protection where tenant_id = ? and ended_at is null",
                                Long.class,
                                company.tenantId()))
                .as("an imported customer is protected like any other")
                .isEqualTo(3);
    }

    @Test
    void a_name_that_stands_twice_in_a_file_makes_one_customer() throws IOException {
        List<List<String>> rows = List.of(List.of("重复公司", "1"), List.of("重复 公司", "2"), List.of("重复公司", "3"));
        Job job = imported(RecordKind.CUSTOMER, file(SheetFormat.XLSX, List.of("客户名称(*)", "手机"), rows), Repeat.REFUSE);
        assertThat(job.errors()).isEqualTo(2);
        assertThat(errors(sales, job.id()).stream().skip(1).map(List::getFirst)).containsOnly("TAKEN");
    }

    @Test
    void an_import_is_undone_but_for_what_somebody_has_changed_since() throws IOException {
        CustomerRecords customers = server.bean(CustomerRecords.class);
        long old = customers.add(sales, Map.of("name", "旧客户", "mobile", "1"));
        List<List<String>> rows = List.of(List.of("旧客户", "2"), List.of("甲客户", "3"), List.of("乙客户", "4"));
        Job job =
                imported(RecordKind.CUSTOMER, file(SheetFormat.XLSX, List.of("客户名称(*)", "手机"), rows), Repeat.OVERWRITE);
        assertThat(job.errors()).isZero();
        Row kept = named(customers, "甲客户");
        customers.change(sales, kept.id(), Map.of("mobile", "changed"));
        Job undo = finished(sales, exchange.undo(sales, job.id()));
        assertThat(undo.state()).isEqualTo(JobState.DONE);
        assertThat(List.of(undo.total(), undo.done(), undo.errors())).containsExactly(3L, 3L, 1L);
        assertThat(customers.get(sales, old).text("mobile")).isEqualTo("1");
        assertThat(customers.get(sales, kept.id()).text("mobile")).isEqualTo("changed");
        assertThat(server.bean(Customers.class).check(sales, "乙客户").filter(Duplicate::exact))
                .isEmpty();
        assertThat(Refusal.of(() -> exchange.undo(sales, job.id()))).isEqualTo(new Problem.AlreadyUndone());
    }

    private Row named(CustomerRecords customers, String name) {
        return customers.list(sales, Filter.EVERYTHING, new Page(1, 100), Order.NEWEST).rows().stream()
                .filter(row -> name.equals(row.text("name")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void jobs_are_seen_by_their_owner_and_an_admin_alone() throws IOException {
        Job job = imported(RecordKind.LEAD, file(SheetFormat.XLSX, HEADER, List.of(List.of("", "1", ""))), Repeat.SKIP);
        Problem missing = new Problem.NotFound(Problem.Kind.JOB);
        for (Actor stranger : List.of(
                company.east().get(1).actor(),
                company.eastManager().actor(),
                TestCompany.create().admin().actor())) {
            assertThat(Refusal.of(() -> exchange.get(stranger, job.id()))).isEqualTo(missing);
            assertThat(Refusal.of(() -> exchange.cancel(stranger, job.id()))).isEqualTo(missing);
            assertThat(Refusal.of(() -> exchange.undo(stranger, job.id()))).isEqualTo(missing);
            assertThat(Refusal.of(() -> errors(stranger, job.id()))).isEqualTo(missing);
            assertThat(exchange.refused(stranger, job.id(), 0)).isEmpty();
        }
        assertThat(exchange.get(company.admin().actor(), job.id()).errors()).isEqualTo(1);
        assertThat(errors(company.admin().actor(), job.id())).hasSize(2);
    }

    @Test
    void an_export_holds_what_its_owner_sees_and_nothing_else() {
        Customers customers = server.bean(Customers.class);
        Actor other = company.south().getFirst().actor();
        for (int i = 0; i < 30; i++) {
            Actor owner = i % 2 == 0 ? sales : other;
            customers.report(owner, new CustomerDraft("导出客户" + i, "IT", null, null, null, null, null));
        }
        var order = new ExportOrder(
                false,
                new Filter.Is("industry", java.util.Set.of("IT")),
                List.of(),
                List.of("name", "industry", "ownerId", "createdAt"),
                null,
                "客户",
                null,
                false);
        Job job = finished(sales, exchange.startExport(sales, RecordKind.CUSTOMER, order, "customer.xls"));
        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.done()).isEqualTo(15);
        List<List<String>> rows = new ArrayList<>();
        Exchange.Output output = exchange.result(sales, job.id());
        assertThat(output.format()).isEqualTo(SheetFormat.XLS);
        Sheets.read(output.file(), SheetLimits.ofRows(100), (number, cells) -> rows.add(cells));
        assertThat(rows).hasSize(16);
        assertThat(rows.getFirst()).hasSize(4).contains("客户名称");
        assertThat(rows.get(1))
                .contains("IT", company.sales().name())
                .anyMatch(cell -> cell.matches("\\d{4}-.* \\d\\d:.*"));
        assertThat(Refusal.of(() -> exchange.result(other, job.id())))
                .isEqualTo(new Problem.NotFound(Problem.Kind.JOB));
    }

    @Test
    void an_export_names_only_fields_and_records_that_its_owner_may_see() {
        long theirs = leads.add(company.south().getFirst().actor(), Map.of("name", "别人的"));
        assertThat(Refusal.of(
                        () -> exchange.export(sales, RecordKind.LEAD, order(List.of(theirs), List.of()), o -> {})))
                .isEqualTo(new Problem.NotFound(Problem.Kind.LEAD));
        assertThat(Refusal.of(() -> exchange.startExport(
                        sales, RecordKind.LEAD, order(List.of(), List.of("nothing; drop table lead")), "x.xls")))
                .isInstanceOf(Problem.Invalid.class);
    }

    private static ExportOrder order(List<Long> ids, List<String> fields) {
        return new ExportOrder(false, Filter.EVERYTHING, ids, fields, null, "线索", "线索信息", false);
    }

    @Test
    void a_record_that_stands_twice_in_a_file_is_undone_to_what_it_was_before_both() throws IOException {
        CustomerRecords customers = server.bean(CustomerRecords.class);
        long old = customers.add(sales, Map.of("name", "旧客户", "mobile", "1"));
        List<List<String>> rows =
                List.of(List.of("旧客户", "2"), List.of("旧客户", "3"), List.of("新客户", "4"), List.of("新客户", "5"));
        Job job =
                imported(RecordKind.CUSTOMER, file(SheetFormat.XLSX, List.of("客户名称(*)", "手机"), rows), Repeat.OVERWRITE);
        assertThat(customers.get(sales, old).text("mobile")).isEqualTo("3");
        Job undo = finished(sales, exchange.undo(sales, job.id()));
        assertThat(List.of(undo.done(), undo.errors())).containsExactly(4L, 0L);
        assertThat(customers.get(sales, old).text("mobile")).isEqualTo("1");
        assertThat(server.bean(Customers.class).check(sales, "新客户").filter(Duplicate::exact))
                .isEmpty();
    }
}
