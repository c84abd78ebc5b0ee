package io.haina.demo;

import static io.haina.database.Rows.at;

import io.haina.demo.Crew.Person;
import io.haina.tenant.Role;
import io.haina.tenant.Tenant;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** All SQL of the demo. Its writes belong into one transaction. */
@Repository
class DemoStore {

    private static final List<String> TABLES =
            Sheet.ALL.stream().map(sheet -> sheet.table).toList();

    private final JdbcTemplate jdbc;

    DemoStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Admin(long id, UUID uuid, String username, String realName) {}

    /** The company that was there first. */
    Optional<Long> firstTenant() {
        return jdbc.query("select id from tenant order by id limit 1", (row, n) -> row.getLong(1)).stream()
                .findFirst();
    }

    /** Lets one process at a time look whether a demo is there, and load it. */
    void takeTurns() {
        jdbc.execute("select pg_advisory_xact_lock(hashtext('haina.demo'))");
    }

    /** Whether nobody has used the company yet: no customers, and nobody in it but admins. */
    boolean isUntouched(Tenant tenant) {
        return Boolean.TRUE.equals(jdbc.queryForObject("""
                select not exists (select from customer where tenant_id = ?)
                   and not exists (select from staff where tenant_id = ? and role <> 'ADMIN')
                """, Boolean.class, tenant.id(), tenant.id()));
    }

    Optional<Admin> admin(Tenant tenant) {
        return jdbc
                .query(
                        "select id, uuid, username, real_name from staff where tenant_id = ? and role = 'ADMIN' and not service"
                                + " order by id limit 1",
                        (row, n) -> new Admin(
                                row.getLong(1), row.getObject(2, UUID.class), row.getString(3), row.getString(4)),
                        tenant.id())
                .stream()
                .findFirst();
    }

    /** Writes the teams and everybody in them; the admin is there already. */
    Members insert(Tenant tenant, Crew crew, Admin admin, String passwordHash, Instant joined) {
        List<Long> teams =
                crew.teamNames().stream().map(name -> id("team", tenant, name)).toList();
        long department = id("department", tenant, "销售部");
        List<Person> people = crew.people();
        Members members = new Members(people.size());
        members.put(crew.admin(), admin.id(), null);
        for (Person person : people) {
            if (person.role() != Role.ADMIN) {
                long team = teams.get(person.team());
                members.put(person, insert(tenant, person, department, team, passwordHash, joined), team);
            }
        }
        return members;
    }

    private long id(String table, Tenant tenant, String name) {
        return required(jdbc.queryForObject(
                "insert into " + table
                        + " (tenant_id, name) values (?, ?) on conflict (tenant_id, name) do update set name = excluded.name returning id",
                Long.class,
                tenant.id(),
                name));
    }

    private long insert(Tenant tenant, Person person, long department, long team, String passwordHash, Instant joined) {
        Dice dice = new Dice(joined.getEpochSecond(), person.index());
        return required(jdbc.queryForObject(
                """
                with person as (
                    insert into staff (tenant_id, uuid, username, real_name, email, role, department_id, team_id,
                        password_hash, created_at, updated_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    returning tenant_id, id, username),
                sign_in as (insert into sign_in_name (name_key, tenant_id, staff_id) select username, tenant_id, id from person)
                select id from person
                """,
                Long.class,
                tenant.id(),
                LifeRows.uuid(joined.getEpochSecond(), dice),
                person.username(),
                person.realName(),
                person.username() + "@example.com",
                person.role().name(),
                department,
                team,
                passwordHash,
                at(joined),
                at(joined)));
    }

    /** Offers the industries and sources of which its customers are. */
    void offer(Tenant tenant, List<String> industries, List<String> sources) {
        jdbc.update("""
                update field_setting f set options = x.options from (values ('industry', ?::text[]), ('source', ?)) x (name, options)
                where f.tenant_id = ? and f.kind = 'customer' and f.name = x.name""", industries.toArray(String[]::new), sources.toArray(String[]::new), tenant.id());
        jdbc.update("update tenant set fields_version = fields_version + 1 where id = ?", tenant.id());
    }

    /** Where customers lie that nobody holds. */
    long defaultPool(Tenant tenant) {
        return required(
                jdbc.queryForObject("select id from pool where tenant_id = ? and is_default", Long.class, tenant.id()));
    }

    /**
     * What a tenant begins with.
     *
     * @param pool where customers lie that nobody holds
     * @param levelField the field of a customer's level
     * @param stages of the pipeline, in order
     */
    record Catalogue(long pool, long levelField, long pipeline, List<Long> stages) {}

    Catalogue catalogue(Tenant tenant) {
        long level = required(jdbc.queryForObject(
                "select id from custom_field where tenant_id = ? and kind = 'customer' and label = '客户级别'",
                Long.class,
                tenant.id()));
        long pipeline = required(
                jdbc.queryForObject("select min(id) from pipeline where tenant_id = ?", Long.class, tenant.id()));
        List<Long> stages = jdbc.query(
                "select id from stage where tenant_id = ? and pipeline_id = ? order by position",
                (row, n) -> row.getLong("id"),
                tenant.id(),
                pipeline);
        return new Catalogue(defaultPool(tenant), level, pipeline, stages);
    }

    /** The highest number that each table has given to a row. */
    Map<Sheet, long[]> lastIds() {
        Map<Sheet, long[]> ids = new EnumMap<>(Sheet.class);
        numbered()
                .forEach(sheet -> ids.put(sheet, new long[] {
                    required(jdbc.queryForObject(
                            "select coalesce(pg_sequence_last_value(pg_get_serial_sequence(?, 'id')::regclass), 0)",
                            Long.class,
                            sheet.table))
                }));
        return ids;
    }

    /** Lets the tables go on numbering behind what was loaded. */
    void setLastIds(Map<Sheet, long[]> ids) {
        ids.forEach((sheet, last) -> {
            if (last[0] > 0) {
                jdbc.queryForObject(
                        "select setval(pg_get_serial_sequence(?, 'id')::regclass, ?)",
                        Long.class,
                        sheet.table,
                        last[0]);
            }
        });
    }

    private static Stream<Sheet> numbered() {
        return Sheet.ALL.stream().filter(Sheet::numbered);
    }

    /** Keeps the triggers from counting row by row what is counted at once afterwards. Nobody writes until the end. */
    void disableTriggers() {
        TABLES.forEach(table -> jdbc.execute("alter table " + table + " disable trigger user"));
    }

    void enableTriggers() {
        TABLES.forEach(table -> jdbc.execute("alter table " + table + " enable trigger user"));
    }

    BareTables bareTables() {
        jdbc.execute("set local maintenance_work_mem = '512MB'");
        return new BareTables(jdbc, TABLES);
    }

    void copy(Map<Sheet, CopyRows> rows) {
        jdbc.execute((ConnectionCallback<@Nullable Object>) connection -> {
            CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
            for (Map.Entry<Sheet, CopyRows> entry : rows.entrySet()) {
                send(manager, entry.getKey(), entry.getValue());
            }
            return null;
        });
    }

    private static void send(CopyManager manager, Sheet sheet, CopyRows rows) throws SQLException {
        rows.send(manager, sheet.table, sheet.columns);
    }

    /** What the claims of each day sum up to. */
    void insertClaimDays(Tenant tenant) {
        jdbc.update("""
                insert into claim_day (tenant_id, staff_id, day, made, by_pool)
                select tenant_id, staff_id, claimed_on, count(*), jsonb_build_object(?::bigint, count(*))
                from claim where tenant_id = ? group by 1, 2, 3
                """, defaultPool(tenant), tenant.id());
    }

    /** Lets the planner know the tables. */
    void analyze() {
        jdbc.execute("analyze " + String.join(", ", TABLES) + ", claim_day, staff, tally");
    }

    /** What autovacuum would do within the next minutes, while people look at the demo; not in a transaction. */
    void vacuum() {
        List<String> tables = new ArrayList<>(TABLES);
        tables.add("tally");
        jdbc.execute("vacuum " + String.join(", ", tables));
    }

    private static long required(@Nullable Long value) {
        if (value == null) {
            throw new IllegalStateException("the database answered nothing");
        }
        return value;
    }
}
