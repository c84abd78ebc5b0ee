package io.haina.database;

import io.haina.filter.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQL in the making: text with positional parameters beside it. Values never become text. */
public final class SqlText {

    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    /** Appends text of this program's own making, whose {@code ?} are filled by the values in order. */
    public SqlText add(String sql, @Nullable Object... parameters) {
        text.append(sql);
        values.addAll(java.util.Arrays.asList(parameters));
        return this;
    }

    /** Appends another piece with its values. */
    public SqlText add(SqlText other) {
        text.append(other.text);
        values.addAll(other.values);
        return this;
    }

    /**
     * The limit and offset of a page. The limit is text and an offset of none is left out, because PostgreSQL takes a bound
     * one for a tenth of all rows, and then plans a page anew each time instead of keeping its plan.
     */
    public static SqlText limit(Page page) {
        SqlText limit = new SqlText().add("limit " + page.size());
        return page.offset() == 0 ? limit : limit.add(" offset ?", page.offset());
    }

    public String text() {
        return text.toString();
    }

    public List<@Nullable Object> values() {
        return values;
    }
}
