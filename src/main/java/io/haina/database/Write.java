package io.haina.database;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several writes as one statement: each part is a common table expression, so a change, its audit, its event and the
 * records beside it go to the database in one round trip. Parts see the results of earlier parts by their names, and all
 * see the tables as they were before.
 */
public final class Write {

    private final SqlText sql = new SqlText();
    private final List<String> names = new ArrayList<>();

    /**
     * Adds a part.
     *
     * @param name how later parts speak of it
     */
    public Write with(String name, String statement, @Nullable Object... values) {
        return with(name, new SqlText().add(statement, values));
    }

    /**
     * Adds a part.
     *
     * @param name how later parts speak of it
     */
    public Write with(String name, SqlText statement) {
        sql.add(names.isEmpty() ? "with " : ",\n")
                .add(name + " as (\n")
                .add(statement)
                .add(")");
        names.add(name);
        return this;
    }

    /** The whole statement, which answers what {@code select} asks of the parts. */
    public SqlText select(String select, @Nullable Object... values) {
        return new SqlText().add(sql).add("\n" + select, values);
    }
}
