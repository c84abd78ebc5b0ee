package io.haina.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class NumbersReaderTest {

    private static final JsonMapper JSON = LenientJson.builder().build();

    record Wish(Numbers ids) {}

    private static Wish read(String ids) {
        return JSON.readValue("{\"ids\":" + ids + "}", Wish.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1,2]",
                "[\"1\",\"2\"]",
                "\"[1,2]\"",
                "\"[\\\"1\\\",\\\"2\\\"]\"",
                "\"1,2\"",
                "\",1,2,\"",
                "\" 1 , 2 \"",
                "[1,2,1]",
                "[\"1,2\"]"
            })
    void a_list_of_numbers_is_read_in_every_form_that_clients_use(String ids) {
        assertThat(read(ids).ids().values()).isEqualTo(List.of(1L, 2L));
    }

    @Test
    void one_number_is_a_list_of_one_and_nothing_a_list_of_none() {
        assertThat(read("7").ids().values()).containsExactly(7L);
        assertThat(read("\"7\"").ids().values()).containsExactly(7L);
        assertThat(read("[]").ids().values()).isEmpty();
        assertThat(read("\"[ ]\"").ids().values()).isEmpty();
        for (String unsaid : List.of("\"\"", "\" \"", "\",\"", "\"[,]\"", "[\"\"]", "null")) {
            assertThat(read(unsaid).ids()).as(unsaid).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"x\"",
                "\"1;2\"",
                "1.5",
                "-1",
                "true",
                "{}",
                "[[1]]",
                "[null]",
                "[1,null]",
                "[{}]",
                "\"1,x\"",
                "9999999999999999999",
                "\"1 2\"",
                "1e3"
            })
    void what_is_no_list_of_numbers_is_refused(String ids) {
        assertThatThrownBy(() -> read(ids)).isInstanceOf(JacksonException.class);
    }
}
