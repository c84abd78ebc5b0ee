package io.haina.contract;

import io.haina.testing.HainaServer;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * All rows of a tenant, as one checksum for each table: equal before and after means that nothing was changed. Left out is
 * what workers move along in the background, all of which is derived from the rest.
 */
final class Contents {

    private Contents() {}

    static Map<String, String> of(long tenant) {
        JdbcTemplate jdbc = HainaServer.get().jdbc();
        Map<String, String> contents = new TreeMap<>();
        jdbc.queryForList("""
                        select table_name from information_schema.columns
                        where table_schema = 'public' and column_name = 'tenant_id'
                          and table_name not in ('outbox', 'tally', 'tally_delta', 'active_month', 'funnel', 'funnel_delta')
                        """, String.class)
                .forEach(table -> contents.put(
                        table,
                        jdbc.queryForObject(
                                "select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                                        + table + " t where tenant_id = ?",
                                String.class,
                                tenant)));
        return contents;
    }
}
