package io.haina.contract;

import static io.haina.contract.SessionTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.haina.customer.CustomerRecords;
import io.haina.lead.Leads;
import io.haina.testing.Answer;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.TestCompany;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The feed of changes, the audit and the server's state in the native API. */
class ChangesTest {

    private static final String CHANGES = "/api/v1/changes";

    private final HainaServer server = HainaServer.get();
    private final TestCompany company = TestCompany.create();
    private final TestCompany.Person person = company.sales();
    private final Leads leads = server.bean(Leads.class);

    private static String now(Http http) {
        return http.get(CHANGES + "?since=now").at("/next").asString();
    }

    private static List<String> told(Answer answer) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        return answer.at("/items")
                .valueStream()
                .map(item -> item.path("kind").asString() + " "
                        + item.path("id").asLong() + " " + item.path("type").asString())
                .toList();
    }

    private static List<String> since(Http http, String cursor) {
        return told(http.get(CHANGES + "?since=" + cursor));
    }

    @TestFactory
    Stream<DynamicTest> the_calls_of_the_page_are_answered_as_printed() {
        Http admin = company.admin().http();
        String begin = now(admin);
        long customer = Fresh.customer(person.actor(), "变更示例" + company.number());
        Map<String, String> values = Map.of(
                "$TOKEN", company.admin().token(),
                "$BEGIN", begin,
                "$CUSTOMER", Long.toString(customer),
                "$PERSON", Long.toString(person.actor().staffId()));
        return Stream.of("changes", "audit", "system").flatMap(chapter -> V1Calls.of(chapter, values));
    }

    @Test
    void what_happens_is_told_in_its_order_with_a_place_to_go_on_from() {
        String begin = now(person.http());
        long lead = leads.add(person.actor(), Map.of("name", "一号线索"));
        leads.change(person.actor(), lead, Map.of("name", "二号线索"));
        leads.delete(person.actor(), List.of(lead));
        assertThat(since(person.http(), begin))
                .containsExactly(
                        "leads " + lead + " created", "leads " + lead + " changed", "leads " + lead + " deleted");
        Answer first = person.http().get(CHANGES + "?size=1&since=" + begin);
        assertThat(told(first)).containsExactly("leads " + lead + " created");
        assertThat(first.at("/more").asBoolean()).isTrue();
        Answer rest = person.http().get(CHANGES + "?since=" + first.at("/next").asString());
        assertThat(told(rest)).containsExactly("leads " + lead + " changed", "leads " + lead + " deleted");
        Answer nothing =
                person.http().get(CHANGES + "?since=" + rest.at("/next").asString());
        assertThat(told(nothing)).isEmpty();
        assertThat(nothing.at("/next")).isEqualTo(rest.at("/next"));
    }

    @Test
    void a_transaction_that_commits_late_is_skipped_by_no_cursor() {
        String cursor = now(person.http());
        List<String> heard = new ArrayList<>();
        List<Long> made = new ArrayList<>();
        String[] place = {cursor};
        server.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            made.add(leads.add(person.actor(), Map.of("name", "先开始后提交")));
            // Others begin later and commit first: from other threads, each in its own transaction.
            for (int n = 0; n < 3; n++) {
                made.add(elsewhere(() -> leads.add(person.actor(), Map.of("name", "后开始先提交"))));
                Answer answer = person.http().get(CHANGES + "?since=" + place[0]);
                heard.addAll(told(answer));
                place[0] = answer.at("/next").asString();
            }
            assertThat(heard).as("told while an older transaction runs").isEmpty();
        });
        heard.addAll(since(person.http(), place[0]));
        assertThat(heard)
                .containsExactlyElementsOf(
                        made.stream().map(id -> "leads " + id + " created").toList());
    }

    private static long elsewhere(java.util.function.LongSupplier work) {
        return java.util.concurrent.CompletableFuture.supplyAsync(work::getAsLong)
                .join();
    }

    @Test
    void many_writers_and_one_reader_agree_on_what_happened() throws Exception {
        String[] place = {now(person.http())};
        List<String> heard = new ArrayList<>();
        List<Thread> writers = new ArrayList<>();
        List<Long> made = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int w = 0; w < 4; w++) {
            writers.add(Thread.startVirtualThread(() -> {
                for (int n = 0; n < 25; n++) {
                    made.add(leads.add(person.actor(), Map.of("name", "并发线索")));
                }
            }));
        }
        boolean running = true;
        while (running) {
            running = writers.stream().anyMatch(Thread::isAlive);
            Answer answer = person.http().get(CHANGES + "?size=7&since=" + place[0]);
            heard.addAll(told(answer));
            place[0] = answer.at("/next").asString();
        }
        for (Thread writer : writers) {
            writer.join();
        }
        boolean more = true;
        while (more) {
            Answer answer = person.http().get(CHANGES + "?since=" + place[0]);
            heard.addAll(told(answer));
            place[0] = answer.at("/next").asString();
            more = answer.at("/more").asBoolean();
        }
        assertThat(heard)
                .hasSize(100)
                .containsExactlyInAnyOrderElementsOf(
                        made.stream().map(id -> "leads " + id + " created").toList());
    }

    @Test
    void everybody_hears_of_what_they_see_and_of_nothing_else() {
        Http sales = person.http();
        Http colleague = company.east().get(1).http();
        Http manager = company.eastManager().http();
        Http stranger = TestCompany.create().admin().http();
        String begin = now(sales);
        long customer = Fresh.customer(person.actor(), "只给看见的人" + company.number());
        String told = "customers " + customer + " created";
        assertThat(since(sales, begin)).contains(told);
        assertThat(since(manager, begin)).contains(told);
        assertThat(since(colleague, begin)).isEmpty();
        assertThat(since(stranger, begin)).isEmpty();
        server.bean(io.haina.customer.Customers.class).delete(person.actor(), Fresh.uuid(customer));
        assertThat(since(sales, begin)).contains("customers " + customer + " deleted");
        assertThat(since(colleague, begin)).isEmpty();
        assertThat(server.bean(CustomerRecords.class)).isNotNull();
    }

    @Test
    void what_one_does_not_see_is_passed_over_however_much_it_is() {
        String begin = now(person.http());
        long before = leads.add(person.actor(), Map.of("name", "之前"));
        for (int n = 0; n < 120; n++) {
            leads.add(company.east().get(1).actor(), Map.of("name", "别人的线索"));
        }
        long after = leads.add(person.actor(), Map.of("name", "之后"));
        List<String> both = List.of("leads " + before + " created", "leads " + after + " created");
        Answer first = person.http().get(CHANGES + "?size=1&since=" + begin);
        assertThat(told(first)).isEqualTo(both.subList(0, 1));
        assertThat(first.at("/more").asBoolean()).isTrue();
        Answer second =
                person.http().get(CHANGES + "?size=1&since=" + first.at("/next").asString());
        assertThat(told(second)).isEqualTo(both.subList(1, 2));
        assertThat(second.at("/more").asBoolean()).isFalse();
        assertThat(told(person.http().get(CHANGES + "?size=2&since=" + begin))).isEqualTo(both);
    }

    @Test
    void only_the_kinds_that_are_wanted_are_told() {
        String begin = now(person.http());
        leads.add(person.actor(), Map.of("name", "线索"));
        long customer = Fresh.customer(person.actor(), "只要客户" + company.number());
        assertThat(told(person.http().get(CHANGES + "?kinds=customers,products&since=" + begin)))
                .containsExactly("customers " + customer + " created");
    }

    @Test
    void a_cursor_from_before_what_is_kept_is_refused_and_the_beginning_is_what_is_kept() {
        String begin = now(person.http());
        long lead = leads.add(person.actor(), Map.of("name", "旧线索"));
        assertThat(told(person.http().get(CHANGES))).contains("leads " + lead + " created");
        try {
            server.clock().advance(Duration.ofDays(91));
            Http later = company.again(person).http();
            assertProblem(later.get(CHANGES + "?since=" + begin), 410, "cursor-too-old");
            assertThat(told(later.get(CHANGES))).isEmpty();
            assertThat(since(later, now(later))).isEmpty();
        } finally {
            server.clock().reset();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "since=yesterday",
                "since=1",
                "since=-1-1",
                "since=9999999999999999999-1",
                "since=1-1'",
                "kinds=things",
                "kinds=customers,",
                "size=0",
                "size=501",
                "size=many",
                "since=%00"
            })
    void what_is_no_place_in_the_feed_is_refused(String query) {
        assertProblem(person.http().get(CHANGES + "?" + query), 400, "invalid");
    }

    @Test
    void admins_read_who_changed_what_page_by_page_and_others_do_not() {
        long customer = Fresh.customer(person.actor(), "审计对象" + company.number());
        Http admin = company.admin().http();
        Answer audit = admin.get("/api/v1/audit?kind=customer&record=" + customer);
        JsonNode line = audit.at("/items/0");
        assertThat(line.at("/actor/name").asString()).isEqualTo(person.name());
        assertThat(line.at("/action").asString()).isEqualTo("customer.report");
        assertThat(line.at("/recordName").asString()).isEqualTo("审计对象" + company.number());
        assertThat(line.at("/after/name").asString()).isEqualTo("审计对象" + company.number());
        assertProblem(person.http().get("/api/v1/audit"), 403, "role-required");
        assertThat(TestCompany.create()
                        .admin()
                        .http()
                        .get("/api/v1/audit?kind=customer&record=" + customer)
                        .at("/items"))
                .isEmpty();
        List<Long> paged = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = admin.get("/api/v1/audit?size=3" + cursor);
            page.at("/items").forEach(each -> paged.add(each.path("id").asLong()));
            cursor = page.at("/next").isNull()
                    ? ""
                    : "&cursor=" + page.at("/next").asString();
        } while (!cursor.isEmpty());
        assertThat(paged).doesNotHaveDuplicates().hasSize((int)
                Fresh.number("select count(*) from audit where tenant_id = ?", company.tenantId()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"record=1", "kind=customer&record=x", "actor=me", "from=soon", "cursor=x", "size=0"})
    void what_makes_no_sense_of_the_audit_is_refused(String query) {
        assertProblem(company.admin().http().get("/api/v1/audit?" + query), 400, "invalid");
    }

    @Test
    void the_state_of_the_server_is_for_admins() {
        Answer state = company.admin().http().get("/api/v1/system");
        assertThat(state.at("/database/version").asString()).isNotEmpty();
        assertThat(state.at("/database/embedded").asBoolean()).isTrue();
        assertProblem(person.http().get("/api/v1/system"), 403, "role-required");
    }
}
