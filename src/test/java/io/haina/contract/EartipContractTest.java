package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.Answer;
import java.util.Comparator;
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

/** The calls of document 001 one after the other, as it prints them, and what it prints for an answer. */
class EartipContractTest {

    private static EartipTenant tenant;
    private static final Map<String, String> VALUES = new HashMap<>();

    @BeforeAll
    static void open() {
        tenant = new EartipTenant();
        VALUES.put("$USERNAME", EartipTenant.USERNAME);
        VALUES.put("$PASSWORD", EartipTenant.PASSWORD);
        VALUES.put("$ME", Long.toString(tenant.admin().staffId()));
        VALUES.put("$COLLEAGUE", Long.toString(tenant.colleague()));
        VALUES.put("$CUSTOMERS", Long.toString(tenant.contact()));
        VALUES.put("$ORGANIZATION", Long.toString(tenant.organization()));
    }

    @AfterAll
    static void close() {
        tenant.close();
    }

    @TestFactory
    Stream<DynamicTest> the_documents_calls_are_answered_as_printed() {
        return Call.all("eartip").stream().map(call -> DynamicTest.dynamicTest(call.name(), () -> run(call)));
    }

    private static void run(Call call) {
        Answer answer = call.send(tenant.server().http(), EartipContractTest::fill);
        assertThat(answer.status()).as(answer::toString).isEqualTo(call.status());
        JsonNode printed = JsonMapper.shared().readTree(call.answer());
        assertThat(Shape.missing(call.answer(), answer.json()))
                .as(answer::toString)
                .isEmpty();
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.at("/status")).as(answer::toString).isEqualTo(printed.path("status"));
        assertThat(answer.at("/msg")).isEqualTo(printed.path("msg"));
        switch (call.name()) {
            case "01-login.http" -> keep("$SID", answer, "/data/sid");
            case "96-handover.http" -> keep("$HANDOVER", answer, "/data/id");
            case "50-satisfy-add.http" -> keep("$SATISFY", answer, "/data/satisfy_id");
            case "53-contract-add.http" -> keep("$CONTRACT", answer, "/data/contract_id");
            case "57-delsatisfy-post.http" -> again("50-satisfy-add.http", "SATISFY", "/data/satisfy_id");
            case "60-delcontract-post.http" -> again("53-contract-add.http", "CONTRACT", "/data/contract_id");
            case "30-upload.http" -> keep("$DEMAND", answer, "/data/demand_id");
            case "31-upload-form.http" -> keep("$FOLLOW", answer, "/data/follow_id");
            case "40-delfollow-post.http" -> again("31-upload-form.http", "FOLLOW", "/data/follow_id");
            case "43-deldemand-post.http" -> again("30-upload.http", "DEMAND", "/data/demand_id");
            case "02-menu-list.http" -> {
                keep("$MENU_1", answer, "/data/0/id");
                keep("$MENU_2", answer, "/data/1/id");
                keep("$MENU_3", answer, "/data/2/id");
            }
            case "09-user-add.http" -> keep("$PERSON", answer, "/data/id");
            case "20-organization-add.http" -> keep("$UNIT", answer, "/data/id");
            case "20-organization-add-another.http" -> keep("$UNIT_2", answer, "/data/id");
            case "24-customers-add.http" -> keep("$CLIENT", answer, "/data/id");
            default -> {}
        }
    }

    /** Two more, for what is deleted in more ways than one. */
    private static void again(String file, String name, String pointer) {
        for (String prefix : List.of("$SECOND_", "$THIRD_")) {
            Call.all("eartip").stream()
                    .filter(call -> call.name().equals(file))
                    .map(call -> call.send(tenant.server().http(), EartipContractTest::fill))
                    .forEach(answer -> keep(prefix + name, answer, pointer));
        }
    }

    private static void keep(String name, Answer answer, String pointer) {
        VALUES.put(name, answer.at(pointer).asString());
    }

    private static String fill(String text) {
        String filled = text;
        for (String name :
                VALUES.keySet().stream().sorted(Comparator.reverseOrder()).toList()) {
            filled = filled.replace(name, VALUES.get(name));
        }
        return filled;
    }
}
