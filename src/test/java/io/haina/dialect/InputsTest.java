package io.haina.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.testing.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputsTest {

    @ParameterizedTest
    @ValueSource(strings = {"x", "x5", "abc", "+", "-", "--1", "1.5", "1e3", "0x1", "٣"})
    void what_is_no_number_is_of_the_wrong_type(String text) {
        assertThat(refusal(text)).isEqualTo(new Problem.Invalid("page", Rule.WRONG_TYPE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "-2147483649", "99999999999999999999999999", "+9999999999"})
    void a_number_that_is_too_large_is_out_of_range(String text) {
        assertThat(refusal(text)).isEqualTo(new Problem.Invalid("page", Rule.OUT_OF_RANGE));
    }

    @Test
    void signs_zeros_and_blanks_around_it_are_read() {
        assertThat(Inputs.integer("page", " +7 ", 1)).isEqualTo(7);
        assertThat(Inputs.integer("page", "-00000000000000000000007", 1)).isEqualTo(-7);
        assertThat(Inputs.integer("page", " ", 1)).isEqualTo(1);
    }

    private static Problem refusal(String text) {
        return Refusal.of(() -> Inputs.integer("page", text, 1));
    }
}
