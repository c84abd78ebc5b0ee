package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls of document 002 one after the other, as it prints them, and what it prints for an answer. */
class WukongContractTest {

    private static WukongTenant tenant;
    private static final Map<String, String> VALUES = new HashMap<>();

    @BeforeAll
    static void open() {
        tenant = new WukongTenant();
        VALUES.put("$USERNAME", WukongTenant.USERNAME);
        VALUES.put("$PASSWORD", WukongTenant.PASSWORD);
        VALUES.put("$POOL", "");
        VALUES.put("$ME", Long.toString(tenant.admin().staffId()));
        VALUES.put("$COLLEAGUE", Long.toString(tenant.colleague()));
    }

    @AfterAll
    static void close() {
        tenant.close();
    }

    @TestFactory
    Stream<DynamicTest> the_documents_calls_are_answered_as_printed() {
        return Call.all("wukong").stream().map(call -> DynamicTest.dynamicTest(call.name(), () -> run(call)));
    }

    private static void run(Call call) {
        Answer answer = call.send(tenant.server().http(), WukongContractTest::fill);
        assertThat(answer.status()).as(answer::toString).isEqualTo(call.status());
        if (call.answer().isEmpty()) {
            assertThat(answer.header("Content-Type")).as("a file").contains("excel");
            return;
        }
        JsonNode printed = JsonMapper.shared().readTree(call.answer());
        assertThat(Shape.missing(call.answer(), answer.json()))
                .as(answer::toString)
                .isEmpty();
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.at("/code")).as(answer::toString).isEqualTo(printed.path("code"));
        assertThat(answer.at("/msg")).isEqualTo(printed.path("msg"));
        switch (call.name()) {
            case "01-login.http" -> keep("$TOKEN", answer, "/Admin-Token");
            case "02-login-by-get.http" -> keep("$SPARE_TOKEN", answer, "/Admin-Token");
            case "10-field-query.http" ->
                assertThat(answer.at("/data")
                                .valueStream()
                                .filter(field -> field.path("name").asString().equals("线索来源"))
                                .map(field -> field.path("options").asString()))
                        .containsExactly("促销,搜索引擎,广告,转介绍,线上注册,线上询价,预约上门,陌拜,电话咨询,邮件咨询");
            case "20-leads-add.http" -> keep("$LEAD", answer, "/data/id");
            case "23-leads-detail.http" -> keep("$BATCH", answer, "/data/batchId");
            case "24c-file-upload.http" -> keep("$FILE", answer, "/data/fileId");
            case "40-customer-add.http" -> keep("$CUSTOMER", answer, "/data/customerId");
            case "54-pool-names.http" -> keep("$POOL", answer, "/data/0/poolId");
            case "15-scene-config.http" -> keep("$SCENE", answer, "/data/value/4/sceneId");
            case "65-contacts-add.http" -> keep("$CONTACT", answer, "/data/id");
            case "72-product-add.http" -> keep("$PRODUCT", answer, "/data/id");
            case "77-business-groups.http" -> {
                keep("$TYPE", answer, "/data/0/typeId");
                keep("$STATUS", answer, "/data/0/statusList/0/statusId");
            }
            case "78-business-add.http" -> keep("$BUSINESS", answer, "/data/id");
            default -> {}
        }
    }

    private static void keep(String name, Answer answer, String pointer) {
        VALUES.put(name, answer.at(pointer).asString());
    }

    private static String fill(String text) {
        String filled = text;
        for (String name : List.copyOf(VALUES.keySet())) {
            filled = filled.replace(name, VALUES.get(name));
        }
        return filled;
    }
}
