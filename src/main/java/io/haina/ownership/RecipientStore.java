package io.haina.ownership;

import io.haina.access.Scoped;
import io.haina.database.FilterSql;
import io.haina.database.Layout;
import io.haina.database.Sql;
import io.haina.database.SqlText;
import io.haina.field.FieldCatalog;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The SQL of {@link Recipients}. */
@Repository
class RecipientStore {

    /** A person is within the reach of whoever sees what that person holds. */
    private static final FilterSql PEOPLE = new FilterSql(
            new Layout(new FieldCatalog(List.of()), "s.tenant_id", "s.id", "s.team_id", Layout.TextSearch.none()));

    private final Sql sql;

    RecipientStore(Sql sql) {
        this.sql = sql;
    }

    /** Keeps a person of a reach as they are. @return whether there is one who may sign in */
    boolean hold(Scoped scoped, long person) {
        return sql.row(
                        new SqlText()
                                .add("select s.id from staff s where ")
                                .add(PEOPLE.where(scoped.filter()))
                                .add(" and s.id = ? and s.disabled_at is null for no key update of s", person),
                        (row, n) -> true)
                .isPresent();
    }
}
