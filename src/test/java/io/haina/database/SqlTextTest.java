package io.haina.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into a select 1 returning n",
                "with b as (update a set n = 1 returning n) select n from b",
                "delete from a returning n",
                "merge into a using b on true when matched then do nothing",
                "select n from a for update",
                "select n from a for no key update of a",
                "select n from a for share",
                "select nextval('a_id_seq')",
                "select pg_advisory_xact_lock(?)"
            })
    void what_changes_or_locks_does_not_only_read(String statement) {
        assertThat(new SqlText().add(statement).onlyReads()).isFalse();
    }

    @Test
    void columns_that_are_named_after_a_change_are_read() {
        assertThat(new SqlText()
                        .add("select updated_at, deleted_at, update_count from a where fork = 1")
                        .onlyReads())
                .isTrue();
    }

    @Test
    void one_that_stands_there_once_or_with_other_values_stays() {
        SqlText single = new SqlText().add("select ").add(IDS);
        assertThat(single.once("ids", IDS)).isSameAs(single);
        SqlText other = new SqlText().add("select ").add(IDS).add(", (select f(?, ?))::bigint[]", 1, 3);
        assertThat(other.once("ids", IDS)).isSameAs(other);
    }
}
