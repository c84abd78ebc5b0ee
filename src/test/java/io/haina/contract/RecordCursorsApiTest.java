package io.haina.contract;

import static io.haina.contract.V1.assertProblem;
import static io.haina.contract.V1.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.catalog.CustomFieldDraft;
import io.haina.catalog.CustomFields;
import io.haina.customer.CustomerRecords;
import io.haina.field.FieldRules;
import io.haina.field.FieldType;
import io.haina.field.RecordKind;
import io.haina.lead.Leads;
import io.haina.tenant.DataScope;
import io.haina.testing.Answer;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.TestCompany;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading lists on by cursors: every record once, in the order that pages have. */
class RecordCursorsApiTest {

    private static final HainaServer SERVER = HainaServer.get();
    private static final TestCompany COMPANY = TestCompany.create();
    private static final String NUMBER = field("序号", FieldType.NUMBER, true);
    private static final String MOMENT = field("时刻", FieldType.INSTANT, false);
    private static final String DAY = field("日子", FieldType.DATE, false);
    private static final TestCompany.Person SALES = COMPANY.again(COMPANY.sales());
    private static final Http HTTP = SALES.http();

    static {
        Leads leads = SERVER.bean(Leads.class);
        Actor actor = SALES.actor();
        for (int n = 0; n < 23; n++) {
            Map<String, @Nullable Object> draft = new HashMap<>();
            draft.put("name", "同名" + n % 4);
            draft.put("mobile", n % 3 == 0 ? null : "1380000000" + n % 2);
            draft.put("nextContactAt", n % 5 == 0 ? null : "2026-03-0" + (n % 4 + 1) + " 10:00:00");
            draft.put(NUMBER, n % 4 == 0 ? null : n % 3);
            draft.put(MOMENT, n % 4 == 0 ? null : "2026-03-0" + (n % 3 + 1) + " 10:00:00");
            draft.put(DAY, n % 4 == 1 ? null : "2026-03-0" + (n % 3 + 1));
            leads.add(actor, draft);
        }
        // Equal to the last digit, so that only ids tell them apart.
        SERVER.jdbc()
                .update(
                        "update lead set updated_at = date_trunc('hour', updated_at) where tenant_id = ? and id % 3 > 0",
                        COMPANY.tenantId());
    }

    private static String field(String label, FieldType type, boolean indexed) {
        FieldRules rules = new FieldRules(false, false, indexed, List.of(), null, null, 50, Set.of(), Set.of());
        return "f"
                + SERVER.bean(CustomFields.class)
                        .add(COMPANY.admin().actor(), new CustomFieldDraft(RecordKind.LEAD, label, type, 0, rules));
    }

    private static List<Long> ids(Answer answer) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        return answer.at("/items")
                .valueStream()
                .map(item -> item.path("id").asLong())
                .toList();
    }

    private static List<Long> walked(Http http, String path, String cursor) {
        List<Long> ids = new ArrayList<>();
        String next = cursor;
        for (int n = 0; n < 50; n++) {
            Answer answer = http.get(path + "&cursor=" + next);
            ids.addAll(ids(answer));
            if (answer.at("/next").isNull()) {
                return ids;
            }
            next = answer.at("/next").asString();
        }
        throw new AssertionError(path + " never ends");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "updatedAt",
                "createdAt",
                "name",
                "mobile",
                "nextContactAt",
                "converted",
                "ownerName",
                "ownerId",
                "NUMBER",
                "MOMENT",
                "DAY"
            })
    void every_record_comes_once_and_in_order_whatever_is_equal_or_missing(String field) {
        String sort = Map.of("NUMBER", NUMBER, "MOMENT", MOMENT, "DAY", DAY).getOrDefault(field, field);
        for (String order : List.of(sort, "-" + sort)) {
            List<Long> all = ids(HTTP.get("/api/v1/leads?size=100&sort=" + order));
            assertThat(all).hasSize(23).doesNotHaveDuplicates();
            assertThat(walked(HTTP, "/api/v1/leads?size=5&fields=name&sort=" + order, ""))
                    .isEqualTo(all);
        }
    }

    @Test
    void a_page_says_how_to_go_on_from_it() {
        String path = "/api/v1/leads?sort=-mobile&size=4";
        List<Long> all = ids(HTTP.get("/api/v1/leads?sort=-mobile&size=100"));
        Answer second = HTTP.get(path + "&page=2");
        assertThat(walked(HTTP, path, second.at("/next").asString())).isEqualTo(all.subList(8, all.size()));
        assertThat(HTTP.get(path + "&page=6").at("/next").isNull()).isTrue();
        assertThat(HTTP.get("/api/v1/leads?size=23").at("/next").isNull()).isTrue();
        assertThat(second.at("/totalExact").asBoolean()).isTrue();
        Answer on = HTTP.get(path + "&cursor=" + second.at("/next").asString());
        assertThat(on.at("/total").isNull()).isTrue();
        assertThat(on.at("/page").isNull()).isTrue();
    }

    @Test
    void what_narrows_a_list_narrows_it_on_every_page() {
        String path = "/api/v1/leads?size=3&filter="
                + encoded("{\"field\":\"name\",\"operator\":\"is-not\",\"values\":[\"同名1\"]}") + "&q=" + encoded("同名");
        List<Long> all = ids(HTTP.get(path.replace("size=3", "size=100")));
        assertThat(all).hasSizeBetween(15, 20);
        assertThat(walked(HTTP, path, "")).isEqualTo(all);
    }

    @Test
    void lists_of_several_ways_are_read_on_like_any_other() {
        TestCompany company = TestCompany.create();
        CustomerRecords customers = SERVER.bean(CustomerRecords.class);
        for (int n = 0; n < 12; n++) {
            Actor owner =
                    n % 2 == 0 ? company.sales().actor() : company.east().get(1).actor();
            long id = customers.add(owner, Map.of("name", "多路" + company.number() + "公司" + n));
            if (n % 3 == 0) {
                SERVER.jdbc()
                        .update(
                                "insert into record_member (tenant_id, kind, record_id, staff_id, power, added_by, added_at)"
                                        + " values (?, 'customer', ?, ?, 'read', ?, now())",
                                company.tenantId(),
                                id,
                                company.south().getFirst().actor().staffId(),
                                owner.staffId());
            }
        }
        for (Http http : List.of(
                company.admin().http(),
                company.eastManager().http(),
                company.sales().http(),
                company.south().getFirst().http())) {
            List<Long> all = ids(http.get("/api/v1/customers?size=100"));
            assertThat(all).isNotEmpty();
            assertThat(walked(http, "/api/v1/customers?size=2&fields=name", "")).isEqualTo(all);
            assertThat(walked(http, "/api/v1/customers?size=2&sort=region&fields=name", ""))
                    .isEqualTo(ids(http.get("/api/v1/customers?size=100&sort=region")));
        }
        Fresh.scopes(company, DataScope.OWN, DataScope.OWN_AND_SUBORDINATES);
        Http manager = company.again(company.eastManager()).http();
        assertThat(walked(manager, "/api/v1/customers?size=2", ""))
                .isEqualTo(ids(manager.get("/api/v1/customers?size=100")));
    }

    @Test
    void a_cursor_is_no_good_to_others_for_other_lists_or_made_up() {
        String cursor =
                HTTP.get("/api/v1/leads?size=2&sort=name&cursor=").at("/next").asString();
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        for (String path : List.of(
                "/api/v1/leads?size=2&sort=-name&cursor=",
                "/api/v1/leads?size=2&cursor=",
                "/api/v1/customers?size=2&sort=name&cursor=",
                "/api/v1/leads?size=2&sort=name&q=x&cursor=")) {
            assertProblem(HTTP.get(path + cursor), 400, "invalid");
        }
        assertProblem(COMPANY.eastManager().http().get("/api/v1/leads?sort=name&cursor=" + cursor), 400, "invalid");
        assertProblem(
                TestCompany.create().admin().http().get("/api/v1/leads?sort=name&cursor=" + cursor), 400, "invalid");
        String turned = (cursor.charAt(20) == 'A' ? "B" : "A");
        for (String bad : List.of(
                cursor.substring(0, 20) + turned + cursor.substring(21),
                cursor.substring(1),
                cursor + "AAAA",
                "x",
                "AAAA",
                "%00",
                "'%20or%201=1",
                "A".repeat(5000))) {
            assertProblem(HTTP.get("/api/v1/leads?sort=name&cursor=" + bad), 400, "invalid");
        }
        assertProblem(HTTP.get("/api/v1/leads?sort=name&page=2&cursor=" + cursor), 400, "invalid");
    }
}
