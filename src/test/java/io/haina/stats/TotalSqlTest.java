package io.haina.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.filter.Filter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TotalSqlTest {

    private static final Filter TENANT = new Filter.InTenant(1);
    private static final Filter HELD = new Filter.Held();
    private static final Filter WON = new Filter.Is("status", Set.of("won"));
    private static final Filter FINANCE = new Filter.Is("industry", Set.of("金融"));
    private static final Filter NORTH = new Filter.Is("region", Set.of("北京"));

    @Test
    void whatTalliesCountIsKnown() {
        assertThat(known(TENANT, HELD)).isTrue();
        assertThat(known(TENANT, new Filter.HeldBy(5), WON)).isTrue();
        assertThat(known(TENANT, new Filter.HeldBy(5), WON, FINANCE)).isTrue();
        assertThat(known(TENANT, new Filter.HeldByTeam(5), FINANCE)).isTrue();
        assertThat(known(TENANT, new Filter.InPool(), NORTH)).isTrue();
        assertThat(known(TENANT, HELD, new Filter.HeldBy(5))).isTrue();
        assertThat(known(TENANT, new Filter.HeldByThoseUnder(5), WON)).isTrue();
        assertThat(known(TENANT, new Filter.HeldInDepartment(5), FINANCE)).isTrue();
        assertThat(known(TENANT, new Filter.InOpenPool(5), NORTH)).isTrue();
    }

    @Test
    void everythingElseIsLeftToCounting() {
        assertThat(known(HELD)).as("no tenant").isFalse();
        assertThat(known(TENANT)).as("held or not").isFalse();
        assertThat(known(TENANT, HELD, FINANCE, NORTH)).as("two facets").isFalse();
        assertThat(known(TENANT, HELD, new Filter.Is("industry", Set.of("金融", "制造业"))))
                .isFalse();
        assertThat(known(TENANT, HELD, new Filter.Is("industry", Set.of("")))).isFalse();
        assertThat(known(TENANT, HELD, new Filter.Is("name", Set.of("腾讯")))).isFalse();
        assertThat(known(TENANT, HELD, new Filter.Search("腾讯"))).isFalse();
        assertThat(known(TENANT, HELD, WON, new Filter.Is("status", Set.of("lost"))))
                .isFalse();
        assertThat(known(TENANT, HELD, new Filter.InPool()))
                .as("nobody's and somebody's")
                .isFalse();
        assertThat(known(TENANT, new Filter.InPool(), WON)).isFalse();
        assertThat(known(TENANT, new Filter.InOpenPool(5), new Filter.InPoolOf(6)))
                .isFalse();
        assertThat(known(TENANT, HELD, new Filter.SharedWith(5, false))).isFalse();
        assertThat(known(TENANT, HELD, new Filter.Starred(5))).isFalse();
        assertThat(known(TENANT, new Filter.HeldBy(5), new Filter.HeldByTeam(6)))
                .isFalse();
        assertThat(known(TENANT, new Filter.Any(List.of(HELD, new Filter.InPool()))))
                .isFalse();
        assertThat(known(TENANT, HELD, new Filter.During("reportedAt", null, null)))
                .isFalse();
    }

    private static boolean known(Filter... parts) {
        return TotalSql.of(Filter.all(parts)).isPresent();
    }
}
