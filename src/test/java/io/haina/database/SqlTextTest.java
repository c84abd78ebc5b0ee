package io.haina.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlTextTest {

    private static final SqlText IDS = new SqlText().add("(select f(?, ?))::bigint[]", 1, 2);

    @Test
    void a_subquery_that_stands_there_twice_is_evaluated_once() {
        SqlText once = new SqlText()
                .add("select ? from a where x = any (", "v")
                .add(IDS)
                .add(") and y = ? and z = any (", "w")
                .add(IDS)
                .add(") limit ?", 10)
                .once("ids", IDS);
        assertThat(once.text())
                .isEqualTo("with ids as materialized (select (select f(?, ?))::bigint[] as whole)\n"
                        + "select ? from a where x = any ((select whole from ids)::bigint[]) and y = ?"
                        + " and z = any ((select whole from ids)::bigint[]) limit ?");
        assertThat(once.values()).containsExactly(1, 2, "v", "w", 10);
    }

    @Test
    void one_that_stands_there_once_or_with_other_values_stays() {
        SqlText single = new SqlText().add("select ").add(IDS);
        assertThat(single.once("ids", IDS)).isSameAs(single);
        SqlText other = new SqlText().add("select ").add(IDS).add(", (select f(?, ?))::bigint[]", 1, 3);
        assertThat(other.once("ids", IDS)).isSameAs(other);
    }
}
