package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ShapeTest {

    private static List<String> missing(String printed, String answered) {
        return Shape.missing(printed, JsonMapper.shared().readTree(answered));
    }

    @Test
    void more_keys_and_other_texts_are_welcome() {
        assertThat(missing("{\"a\": \"...\", \"b\": null}", "{\"a\": \"x\", \"b\": 5, \"c\": true}"))
                .isEmpty();
    }

    @Test
    void a_missing_key_is_found_in_every_element_of_a_list() {
        assertThat(missing("{\"a\": [{\"b\": 1}]}", "{\"a\": [{\"b\": 1}, {}]}"))
                .containsExactly("/a/1/b is not there");
    }

    @Test
    void another_type_an_empty_list_and_another_truth_are_found() {
        assertThat(missing("{\"a\": 1, \"b\": [1], \"c\": true}", "{\"a\": \"1\", \"b\": [], \"c\": false}"))
                .containsExactly("/a is STRING, not NUMBER", "/b is empty", "/c is false");
    }
}
