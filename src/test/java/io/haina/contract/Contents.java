package io.haina.contract;

import io.haina.testing.HainaServer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * All rows of a tenant, as one checksum for each table: equal before and after means that nothing was changed. Left out is
 * what workers move along in the background, all of which is derived from the rest, and what has expired, which they delete
 * once a minute.
 */
final class Contents {

    private Contents() {}

    static Map<String, String> of(long tenant) {
        JdbcTemplate jdbc = HainaServer.get().jdbc();
        OffsetDateTime now = HainaServer.get().clock().instant().atOffset(ZoneOffset.UTC);
        Map<String, String> contents = new TreeMap<>();
        jdbc.query("""
                select table_name, bool_or(column_name = 'expires_at') as expires from information_schema.columns
                where table_schema = 'public' and column_name in ('tenant_id', 'expires_at')
                  and table_name not in ('outbox', 'tally', 'tally_delta', 'active_month', 'funnel', 'funnel_delta')
                group by table_name having bool_or(column_name = 'tenant_id')
                """, row -> {
            String table = row.getString("table_name");
            String lasting = row.getBoolean("expires") ? "expires_at" : "null::timestamptz";
            contents.put(
                    table,
                    jdbc.queryForObject(
                            "select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                                    + table
                                    + " t where tenant_id = ? and (%1$s is null or %1$s >= ?)".formatted(lasting),
                            String.class,
                            tenant,
                            now));
        });
        return contents;
    }
}
