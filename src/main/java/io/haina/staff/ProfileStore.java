package io.haina.staff;

import static io.haina.database.Rows.at;

import io.haina.access.Scoped;
import io.haina.database.FilterSql;
import io.haina.database.Layout;
import io.haina.database.Rows;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.tenant.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * All SQL of profiles, which are people's and not of the accounts of programs. A company has few people, beside what they
 * do: they are sorted and counted as they are read.
 */
@Repository
class ProfileStore {

    private static final String COLUMNS = """
            select p.id, p.uuid, p.username, p.real_name, p.email, p.phone, p.role, p.department_id, p.team_id,
                d.name as department_name, g.name as team_name, p.superior_id, u.real_name as superior_name, p.disabled_at, p.must_change_password, p.created_at, p.last_sign_in_at,
                p.job_number, p.nickname, p.avatar_url, p.sex, p.birthday, p.title, p.address, p.school, p.education,
                p.rank_id, p.rank_type, p.entered_on, p.official_on, p.resigned_on,
                exists (select 1 from session s where s.tenant_id = p.tenant_id and s.staff_id = p.id
                    and s.ended_at is null and s.expires_at > ?) as signed_in""";

    private static final String FROM = """

            from staff p
            left join department d on d.tenant_id = p.tenant_id and d.id = p.department_id
            left join team g on g.tenant_id = p.tenant_id and g.id = p.team_id
            left join staff u on u.tenant_id = p.tenant_id and u.id = p.superior_id
            where not p.service and\s""";

    private static final String ORDER = " order by p.disabled_at is not null, p.real_name, p.id ";

    private static final FilterSql FILTERS = new FilterSql(new Layout(
            StaffFields.CATALOG,
            "p.tenant_id",
            "p.id",
            "p.team_id",
            (sql, tenantId, text) -> sql.add("""
                            (strpos(lower(p.real_name), lower(?)) > 0 or strpos(lower(p.username), lower(?)) > 0
                                or strpos(coalesce(p.phone, ''), ?) > 0)""", text, text, text)));

    private final Sql sql;
    private final Clock clock;

    ProfileStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private SqlText select() {
        return new SqlText().add(COLUMNS, at(clock.instant()));
    }

    Optional<Profile> first(Scoped scoped) {
        return sql.row(select().add(FROM).add(FILTERS.where(scoped.filter())), (row, n) -> profile(row));
    }

    List<Profile> active(Scoped scoped) {
        return sql.rows(
                select().add(FROM).add(FILTERS.where(scoped.filter())).add(" and p.disabled_at is null" + ORDER),
                (row, n) -> profile(row));
    }

    /** The people of some numbers. */
    List<Profile> some(Scoped scoped, Collection<Long> ids) {
        return sql.rows(
                select().add(FROM).add(FILTERS.where(scoped.filter())).add(" and p.id = any(?)", (Object)
                        ids.toArray(Long[]::new)),
                (row, n) -> profile(row));
    }

    private record Counted(Profile profile, long total) {}

    Slice<Profile> page(Scoped scoped, @Nullable Boolean disabled, Page page) {
        SqlText where = new SqlText().add(FROM).add(FILTERS.where(scoped.filter()));
        if (disabled != null) {
            where.add(" and (p.disabled_at is not null) = ?", disabled);
        }
        List<Counted> rows = sql.rows(
                select().add(", count(*) over () as total")
                        .add(where)
                        .add(ORDER)
                        .add(SqlText.limit(page)),
                (row, n) -> new Counted(profile(row), row.getLong("total")));
        long total = rows.isEmpty() && page.offset() > 0
                ? count(where)
                : rows.isEmpty() ? 0 : rows.getFirst().total();
        return new Slice<>(rows.stream().map(Counted::profile).toList(), page, total, true);
    }

    private long count(SqlText where) {
        return sql.row(new SqlText().add("select count(*) as total").add(where), (row, n) -> row.getLong("total"))
                .orElse(0L);
    }

    private static Profile profile(ResultSet row) throws SQLException {
        return new Profile(
                row.getLong("id"),
                Rows.uuid(row, "uuid"),
                row.getString("username"),
                row.getString("real_name"),
                row.getString("email"),
                row.getString("phone"),
                Role.valueOf(row.getString("role")),
                Rows.optionalLong(row, "department_id"),
                row.getString("department_name"),
                Rows.optionalLong(row, "team_id"),
                row.getString("team_name"),
                Rows.optionalLong(row, "superior_id"),
                row.getString("superior_name"),
                row.getTimestamp("disabled_at") != null,
                row.getBoolean("must_change_password"),
                Rows.instant(row, "created_at"),
                Rows.optionalInstant(row, "last_sign_in_at"),
                row.getBoolean("signed_in"),
                details(row));
    }

    private static StaffDetails details(ResultSet row) throws SQLException {
        String sex = row.getString("sex");
        return new StaffDetails(
                row.getString("job_number"),
                row.getString("nickname"),
                row.getString("avatar_url"),
                sex == null ? null : Sex.valueOf(sex),
                row.getObject("birthday", LocalDate.class),
                row.getObject("title", Integer.class),
                row.getString("address"),
                row.getString("school"),
                row.getString("education"),
                row.getObject("rank_id", Integer.class),
                row.getObject("rank_type", Integer.class),
                row.getObject("entered_on", LocalDate.class),
                row.getObject("official_on", LocalDate.class),
                row.getObject("resigned_on", LocalDate.class));
    }
}
