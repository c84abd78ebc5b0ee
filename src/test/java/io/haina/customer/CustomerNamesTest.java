package io.haina.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.database.Grams;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerNamesTest {

    @ParameterizedTest
    @CsvSource({
        "腾讯科技（深圳）有限公司, 腾讯科技(深圳)有限公司",
        "ＡＢＣ Trading Co.，Ltd., abc trading co ltd",
        "阿里云 计算·有限公司, 阿里云计算有限公司",
        "'Smith & Sons, Inc.', SMITH SONS INC"
    })
    void case_width_space_and_punctuation_do_not_make_another_name(String one, String other) {
        assertThat(CustomerNames.key(one)).isEqualTo(CustomerNames.key(other));
    }

    @Test
    void a_name_without_letters_stands_for_itself() {
        assertThat(CustomerNames.key("🎉🎉")).isNotEmpty().isNotEqualTo(CustomerNames.key("🎉"));
    }

    @ParameterizedTest
    @CsvSource({
        "腾讯科技有限公司, 腾讯科技",
        "深圳市腾讯科技有限公司, 腾讯科技",
        "广东省深圳市腾讯科技股份有限公司, 腾讯科技",
        "腾讯科技（深圳）有限公司, 腾讯科技",
        "北京公司, 北京",
        "新疆维吾尔自治区天山棉业集团有限公司, 天山棉业",
        "Acme Corp, acme"
    })
    void the_core_is_the_name_without_place_and_legal_form(String name, String core) {
        assertThat(CustomerNames.core(name)).isEqualTo(core);
    }

    @ParameterizedTest
    @CsvSource({
        "腾讯科技, 腾讯科技, true",
        "腾讯科技, 腾讯科计, true",
        "腾讯科技, 腾讯信息, true",
        "腾讯, 腾讯科技, true",
        "阿里云计算, 阿里云记算, true",
        "字节跳动科技, 字节跳冻科计, true",
        "腾讯科技, 阿里科技, false",
        "腾讯, 腾达, false",
        "宏达信息科技, 华联信息科技, false",
        "宏达信息科技, 宏远贸易实业, false"
    })
    void near_is_up_to_two_characters_but_not_the_brand(String one, String other, boolean near) {
        assertThat(CustomerNames.near(one, other)).isEqualTo(near);
        assertThat(CustomerNames.near(other, one)).isEqualTo(near);
    }

    @Test
    void near_names_share_a_key_of_the_index() {
        Random random = new Random(7);
        int compared = 0;
        for (int round = 0; round < 20_000; round++) {
            String one = word(random, 2 + random.nextInt(9));
            String other = edited(random, one, 1 + random.nextInt(2));
            if (other.codePointCount(0, other.length()) >= 2 && CustomerNames.near(one, other)) {
                compared++;
                int edits = CustomerNames.distance(one, other);
                assertThat(keys(NearKeys.of(1, other)))
                        .as("%s and %s", one, other)
                        .anyMatch(keys(NearKeys.of(1, one, Math.max(1, edits)))::contains);
            }
        }
        assertThat(compared).isGreaterThan(5_000);
    }

    @Test
    void a_text_has_every_gram_of_every_part_of_it() {
        Random random = new Random(8);
        for (int round = 0; round < 5_000; round++) {
            String text = word(random, 3 + random.nextInt(10)) + random.nextInt(1_000_000_000);
            int from = random.nextInt(text.length());
            String part = text.substring(from, from + 1 + random.nextInt(text.length() - from));
            assertThat(keys(Grams.of(1, text))).containsAll(keys(Grams.wanted(1, part)));
        }
    }

    @Test
    void tenants_share_no_key() {
        assertThat(Grams.of(1, "腾讯科技")).doesNotContain(Grams.of(2, "腾讯科技"));
    }

    private static java.util.List<Integer> keys(int[] keys) {
        return Arrays.stream(keys).boxed().toList();
    }

    private static String word(Random random, int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> Character.toString('一' + random.nextInt(12)))
                .collect(Collectors.joining());
    }

    private static String edited(Random random, String word, int edits) {
        StringBuilder edited = new StringBuilder(word);
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(edited.length());
            char other = (char) ('一' + random.nextInt(12));
            switch (random.nextInt(3)) {
                case 0 -> edited.setCharAt(at, other);
                case 1 -> edited.insert(at, other);
                default -> edited.deleteCharAt(edited.length() > 1 ? at : 0).append(edited.isEmpty() ? other : "");
            }
        }
        return edited.toString();
    }
}
