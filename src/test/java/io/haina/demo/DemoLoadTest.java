package io.haina.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.testing.HainaServer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;

class DemoLoadTest {

    private static final Clock MARCH = Clock.fixed(Instant.parse("2026-03-18T07:12:34Z"), ZoneOffset.UTC);
    private static final DemoSize SMALL = new DemoSize(300, 2, 12);

    @Test
    void two_loads_of_one_size_at_one_instant_say_the_same() {
        List<List<String>> hashes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            DemoWorld.visit(MARCH, world -> {
                assertThat(world.load(SMALL, false)).isTrue();
                hashes.add(hashes(world));
            });
        }
        assertThat(hashes.get(0)).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(hashes.get(1)).isEqualTo(hashes.get(0));
    }

    @Test
    void loading_with_and_without_indexes_says_the_same_and_leaves_the_catalog_as_it_was() {
        List<List<String>> hashes = new ArrayList<>();
        for (boolean bare : new boolean[] {true, false}) {
            DemoWorld.visit(MARCH, world -> {
                List<String> before = catalog(world);
                world.load(SMALL, bare);
                hashes.add(hashes(world));
                assertThat(catalog(world)).isEqualTo(before).hasSizeGreaterThan(80);
            });
        }
        assertThat(hashes.get(1)).isEqualTo(hashes.get(0));
    }

    @Test
    void another_size_says_something_else() {
        List<List<String>> hashes = new ArrayList<>();
        for (int customers : new int[] {300, 301}) {
            DemoWorld.visit(MARCH, world -> {
                world.load(new DemoSize(customers, 2, 12), false);
                hashes.add(hashes(world));
            });
        }
        assertThat(hashes.get(1).getFirst()).isNotEqualTo(hashes.get(0).getFirst());
    }

    @Test
    void a_company_that_is_used_is_left_alone() {
        DemoWorld.visit(MARCH, world -> {
            assertThat(world.load(SMALL, false)).isTrue();
            assertThat(world.load(SMALL, false)).isFalse();
            assertThat(world.count("select from customer where tenant_id = ?")).isEqualTo(300);
            assertThat(world.count("select from staff where tenant_id = ?")).isEqualTo(13);
        });
    }

    @Test
    void rows_written_afterwards_get_numbers_of_their_own() {
        DemoWorld.visit(MARCH, world -> {
            world.load(SMALL, false);
            for (Sheet sheet : Sheet.ALL) {
                if (sheet.numbered()) {
                    String next =
                            "select nextval(pg_get_serial_sequence('%s', 'id')) > max(id) from %s where tenant_id = ?";
                    assertThat(world.jdbc()
                                    .queryForObject(
                                            next.formatted(sheet.table, sheet.table),
                                            Boolean.class,
                                            world.tenant().id()))
                            .as(sheet.table)
                            .isTrue();
                }
            }
        });
    }

    @Test
    void the_server_of_the_tests_has_no_demo() {
        HainaServer server = HainaServer.get();
        server.bean(DemoData.class).run(new DefaultApplicationArguments());
        assertThat(server.jdbc()
                        .queryForObject("select count(*) from staff where username like 'manager_'", Integer.class))
                .isZero();
    }

    private static List<String> hashes(DemoWorld world) {
        return List.of(
                hash(world, """
                        select c.*, o.username, t.name as team, l.username as last_owner, r.username as reporter
                        from customer c
                        left join staff o on o.tenant_id = c.tenant_id and o.id = c.owner_id
                        left join team t on t.tenant_id = c.tenant_id and t.id = c.team_id
                        left join staff l on l.tenant_id = c.tenant_id and l.id = c.last_owner_id
                        join staff r on r.tenant_id = c.tenant_id and r.id = c.reported_by
                        where c.tenant_id = ?"""),
                hash(world, """
                        select c.uuid, s.text, s.core_name, cardinality(s.grams) as grams, cardinality(s.near) as near
                        from customer_search s
                        join customer c on c.tenant_id = s.tenant_id and c.id = s.customer_id
                        where s.tenant_id = ?"""),
                hash(world, """
                        select c.uuid as customer, x.* from contact x
                        join customer c on c.tenant_id = x.tenant_id and c.id = x.customer_id where x.tenant_id = ?"""),
                hash(world, """
                        select c.uuid as customer, s.username, a.* from activity a
                        join customer c on c.tenant_id = a.tenant_id and c.id = a.customer_id
                        join staff s on s.tenant_id = a.tenant_id and s.id = a.staff_id where a.tenant_id = ?"""),
                hash(world, """
                        select c.uuid as customer, s.username, p.*,
                            (select json_agg(e order by e.extended_at)::jsonb - 'x' from (
                                select days, until_before, until_after, extended_at from protection_extension e
                                where e.tenant_id = p.tenant_id and e.protection_id = p.id) e) as extensions
                        from protection p
                        join customer c on c.tenant_id = p.tenant_id and c.id = p.customer_id
                        join staff s on s.tenant_id = p.tenant_id and s.id = p.holder_id where p.tenant_id = ?"""),
                hash(world, """
                        select c.uuid as customer, s.username, d.username as decider, a.* from approval a
                        join customer c on c.tenant_id = a.tenant_id and c.id = a.customer_id
                        join staff s on s.tenant_id = a.tenant_id and s.id = a.applicant_id
                        left join staff d on d.tenant_id = a.tenant_id and d.id = a.decided_by where a.tenant_id = ?"""),
                hash(world, """
                        select c.uuid as customer, s.username, k.* from claim k
                        join customer c on c.tenant_id = k.tenant_id and c.id = k.customer_id
                        join staff s on s.tenant_id = k.tenant_id and s.id = k.staff_id where k.tenant_id = ?"""),
                hash(world, """
                        select c.uuid as customer, s.username, r.* from release r
                        join customer c on c.tenant_id = r.tenant_id and c.id = r.customer_id
                        join staff s on s.tenant_id = r.tenant_id and s.id = r.former_owner_id where r.tenant_id = ?"""),
                hash(world, """
                        select s.username, s.real_name, s.role, t.name as team, s.uuid from staff s
                        left join team t on t.tenant_id = s.tenant_id and t.id = s.team_id
                        where s.tenant_id = ? and s.role <> 'ADMIN'"""));
    }

    /** All that the rows say, but the numbers under which they stand and the name of the admin. */
    private static String hash(DemoWorld world, String rows) {
        return world.texts("""
                        select md5(string_agg(said, '|' order by said)) from (
                            select regexp_replace((to_jsonb(r) - '{tenant_id,id,customer_id,owner_id,team_id,
                                last_owner_id,pool_id,protection_id,reported_by,staff_id,holder_id,applicant_id,applicant_team_id,decided_by,
                                former_owner_id,released_by,created_by,custom}'::text[])::text, 'demo-admin-\\d+', 'admin', 'g') as said
                            from (%s) r) all_rows
                        """.replace("\n                                ", "").formatted(rows))
                .getFirst();
    }

    private static List<String> catalog(DemoWorld world) {
        return world.jdbc().queryForList("""
                select pg_get_indexdef(indexrelid) || indisvalid from pg_index
                where indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
                    and indexrelid::regclass::text !~ '_f[0-9]+$' -- those of own fields come by themselves
                union all
                select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated
                from pg_constraint where connamespace = 'public'::regnamespace
                union all
                select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
                order by 1
                """, String.class);
    }
}
