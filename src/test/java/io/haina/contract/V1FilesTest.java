package io.haina.contract;

import static io.haina.contract.V1SalesTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import io.haina.testing.Estate;
import io.haina.testing.Http;
import io.haina.testing.TestCompany;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The native API's files and members of records. */
class V1FilesTest {

    private static final TestCompany COMPANY = TestCompany.create();
    private static final Estate ESTATE = new Estate(COMPANY);
    private static final Http SALES = COMPANY.sales().http();
    private static final Http COLLEAGUE = COMPANY.east().get(1).http();
    private static final long COLLEAGUE_ID = COMPANY.east().get(1).staff().id();
    private static final byte[] TEXT = "会议纪要".getBytes(StandardCharsets.UTF_8);

    private static String customer() {
        return "/api/v1/customers/" + ESTATE.customer(COMPANY.sales().actor());
    }

    @TestFactory
    Stream<DynamicTest> the_calls_of_the_page_are_answered_as_printed() {
        return Stream.of("files", "members")
                .flatMap(chapter -> V1Calls.of(
                        chapter,
                        Map.of(
                                "$TOKEN",
                                COMPANY.sales().token(),
                                "$KIND",
                                "customers",
                                "$ID",
                                Long.toString(ESTATE.customer(COMPANY.sales().actor())),
                                "$COLLEAGUE",
                                Long.toString(COLLEAGUE_ID))));
    }

    @Test
    void files_hang_on_every_kind_but_products() {
        long customer = ESTATE.customer(COMPANY.sales().actor());
        for (String record : List.of(
                "/api/v1/leads/" + ESTATE.lead(COMPANY.sales().actor()),
                "/api/v1/customers/" + customer,
                "/api/v1/contacts/" + ESTATE.contact(COMPANY.sales().actor(), customer),
                "/api/v1/opportunities/" + ESTATE.opportunity(COMPANY.sales().actor(), customer))) {
            Answer made = SALES.upload(record + "/attachments", "file", "纪要.txt", TEXT);
            assertThat(made.status()).as(made::toString).isEqualTo(201);
            assertThat(made.at("/uploadedBy/id").asLong())
                    .isEqualTo(COMPANY.sales().staff().id());
            Answer listed = SALES.get(record + "/attachments");
            assertThat(listed.at("/items/0").toString()).isEqualTo(made.json().toString());
            Answer content = SALES.get(made.header("Location"));
            assertThat(content.bytes()).isEqualTo(TEXT);
            assertThat(content.header("Content-Disposition")).startsWith("attachment");
            assertThat(content.header("Content-Security-Policy")).contains("sandbox");
            assertProblem(COLLEAGUE.get(made.header("Location")), 404, "not-found");
            assertProblem(COLLEAGUE.delete(made.header("Location")), 404, "not-found");
            assertProblem(COLLEAGUE.get(record + "/attachments"), 404, "not-found");
            assertProblem(COLLEAGUE.upload(record + "/attachments", "file", "a.txt", TEXT), 404, "not-found");
            assertThat(SALES.delete(made.header("Location")).status()).isEqualTo(204);
            assertProblem(SALES.get(made.header("Location")), 404, "not-found");
            assertThat(SALES.get(record + "/attachments").at("/items")).isEmpty();
        }
        for (String path : List.of("/api/v1/products/1/attachments", "/api/v1/nonsense/1/attachments")) {
            assertProblem(SALES.get(path), 404, "no-such-path");
            assertProblem(SALES.upload(path, "file", "a.txt", TEXT), 404, "no-such-path");
        }
    }

    private static final Map<String, String> FIELDS = new ConcurrentHashMap<>();

    private static String field(String kind) {
        return FIELDS.computeIfAbsent(kind, V1FilesTest::made);
    }

    private static String made(String kind) {
        Answer made =
                COMPANY.admin().http().post("/api/v1/" + kind + "/fields", Map.of("label", "合同扫描件", "type", "file"));
        assertThat(made.status()).as(made::toString).isEqualTo(201);
        return made.at("/name").asString();
    }

    private static Answer sent(Http http) {
        Answer sent = http.upload("/api/v1/attachments", "file", "扫描.txt", TEXT);
        assertThat(sent.status()).as(sent::toString).isEqualTo(201);
        return sent;
    }

    private static Map<String, Object> values(String field, Object... files) {
        return Map.of("values", Map.of(field, List.of(files)));
    }

    @Test
    void a_field_names_files_that_were_sent_before_the_record_was_there() {
        Http manager = COMPANY.eastManager().http();
        for (String kind : List.of("leads", "customers", "products")) {
            String field = field(kind);
            String file = sent(manager).at("/uuid").asString();
            Map<String, Object> named = Map.of("name", "有附件的" + kind, field, List.of(file));
            Answer made = manager.post("/api/v1/" + kind, Map.of("values", named));
            assertThat(made.status()).as(made::toString).isEqualTo(201);
            Answer read = manager.get(made.header("Location"));
            String at = "/values/" + field + "/0";
            assertThat(read.at(at + "/name").asString()).isEqualTo("扫描.txt");
            assertThat(read.at(at + "/uuid").asString()).isEqualTo(file);
            assertThat(read.at(at + "/bytes").asInt()).isEqualTo(TEXT.length);
            assertThat(manager.get("/api/v1/attachments/" + read.at(at + "/id").asLong())
                            .bytes())
                    .isEqualTo(TEXT);
            assertThat(manager.get("/api/v1/" + kind + "?fields=" + field + "&q=有附件的" + kind)
                            .at("/items/0" + at + "/uuid")
                            .asString())
                    .isEqualTo(file);
            Answer again = manager.patch(made.header("Location"), values(field, read.at(at)));
            assertThat(again.status()).as(again::toString).isEqualTo(200);
            assertThat(again.at(at + "/uuid").asString()).isEqualTo(file);
            assertThat(manager.delete(
                                    "/api/v1/attachments/" + read.at(at + "/id").asLong())
                            .status())
                    .isEqualTo(204);
            assertThat(manager.get(made.header("Location")).at("/values/" + field))
                    .isEmpty();
        }
    }

    @Test
    void a_field_names_only_files_of_its_record_and_those_that_its_writer_has_sent() {
        String field = field("leads");
        String mine = "/api/v1/leads/" + ESTATE.lead(COMPANY.sales().actor());
        Answer file = sent(SALES);
        String uuid = file.at("/uuid").asString();
        String foreign = sent(COLLEAGUE).at("/uuid").asString();
        for (String none : List.of(foreign, "0196f5a0-0000-7000-8000-000000000000")) {
            assertProblem(SALES.patch(mine, values(field, none)), 400, "invalid");
            assertProblem(SALES.patch(mine, values(field, uuid, none)), 400, "invalid");
        }
        assertThat(SALES.patch(mine, values(field, "x")).status()).isEqualTo(400);
        assertThat(SALES.patch(mine, values(field, 7)).status()).isEqualTo(400);
        assertThat(SALES.patch(mine, values(field, Map.of("id", 7))).status()).isEqualTo(400);
        assertProblem(SALES.get(file.header("Location")), 404, "not-found");
        assertThat(SALES.patch(mine, values(field, uuid)).status()).isEqualTo(200);
        assertThat(SALES.get(file.header("Location")).bytes()).isEqualTo(TEXT);
        assertThat(SALES.get(mine + "/attachments").at("/items/0/uuid").asString())
                .isEqualTo(uuid);
        String other = "/api/v1/leads/" + ESTATE.lead(COMPANY.sales().actor());
        assertProblem(SALES.patch(other, values(field, uuid)), 400, "invalid");
        assertThat(SALES.patch(mine, values(field)).at("/values/" + field)).isEmpty();
    }

    @Test
    void the_customer_that_a_lead_becomes_has_the_files_of_the_same_field() {
        String field = field("leads");
        String its = field("customers");
        String lead = "/api/v1/leads/" + ESTATE.lead(COMPANY.sales().actor());
        String uuid = sent(SALES).at("/uuid").asString();
        assertThat(SALES.patch(lead, values(field, uuid)).status()).isEqualTo(200);
        Answer made = SALES.post(lead + "/convert", Map.of());
        assertThat(made.status()).as(made::toString).isLessThan(300);
        Answer customer =
                SALES.get("/api/v1/customers/" + made.at("/customer/id").asLong());
        assertThat(customer.at("/values/" + its + "/0/uuid").asString())
                .as(customer::toString)
                .isEqualTo(uuid);
    }

    @Test
    void what_is_no_file_is_refused() {
        String files = customer() + "/attachments";
        assertThat(SALES.upload(files, "other", "a.txt", TEXT).status()).isEqualTo(400);
        assertThat(SALES.upload(files, "file", "a.txt", new byte[0]).status()).isEqualTo(400);
        assertProblem(SALES.upload(files, "file", "a.exe", new byte[] {'M', 'Z', 0, 1, 2}), 415, "file-type");
        assertProblem(SALES.post(files, Map.of("file", "x")), 415, "media-type");
        assertThat(SALES.get(files).at("/items")).isEmpty();
        for (String none : List.of("0", "x", "99999999999999999999", "1.0")) {
            assertProblem(SALES.get("/api/v1/attachments/" + none), 404, "not-found");
        }
    }

    @Test
    void members_are_made_change_their_power_and_leave() {
        String customer = customer();
        String members = customer + "/members";
        assertThat(SALES.get(members).at("/items/0/owner").asBoolean()).isTrue();
        assertProblem(COLLEAGUE.get(members), 404, "not-found");
        Answer joined = SALES.put(members, Map.of("staff", List.of(COLLEAGUE_ID), "power", "read"));
        assertThat(joined.status()).as(joined::toString).isEqualTo(200);
        assertThat(joined.at("/items/1/id").asLong()).isEqualTo(COLLEAGUE_ID);
        assertThat(joined.at("/items/1/power").asString()).isEqualTo("read");
        assertThat(COLLEAGUE.get(members).status()).isEqualTo(200);
        assertProblem(
                COLLEAGUE.put(members, Map.of("staff", List.of(COLLEAGUE_ID), "power", "write")), 404, "not-found");
        assertProblem(COLLEAGUE.upload(customer + "/attachments", "file", "a.txt", TEXT), 404, "not-found");
        SALES.put(members, Map.of("staff", List.of(COLLEAGUE_ID), "power", "write"));
        assertThat(COLLEAGUE
                        .upload(customer + "/attachments", "file", "a.txt", TEXT)
                        .status())
                .isEqualTo(201);
        assertThat(COLLEAGUE.delete(members + "/" + COLLEAGUE_ID).status()).isEqualTo(204);
        assertProblem(COLLEAGUE.get(members), 404, "not-found");
        SALES.put(members, Map.of("staff", List.of(COLLEAGUE_ID), "power", "write"));
        assertThat(SALES.delete(members + "/" + COLLEAGUE_ID).status()).isEqualTo(204);
        assertThat(SALES.get(members).at("/items")).hasSize(1);
        for (String bad : List.of(
                "{}",
                "{\"staff\":[],\"power\":\"read\"}",
                "{\"staff\":[null],\"power\":\"read\"}",
                "{\"staff\":[" + COLLEAGUE_ID + "]}",
                "{\"staff\":[" + COLLEAGUE_ID + "],\"power\":\"own\"}",
                "{\"staff\":\"1\",\"power\":\"read\"}")) {
            assertThat(SALES.put(members, bad).status()).as(bad).isEqualTo(400);
        }
        assertProblem(SALES.put(members, Map.of("staff", List.of(999_999_999), "power", "read")), 404, "not-found");
        assertProblem(SALES.get("/api/v1/leads/1/members"), 404, "no-such-path");
    }
}
