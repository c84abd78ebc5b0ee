package io.haina.database;

import io.haina.filter.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQL in the making: text with positional parameters beside it. Values never become text. */
public final class SqlText {

    private static final List<String> CHANGING =
            List.of("insert ", "update ", "delete ", "merge ", " for ", "nextval", "pg_advisory");

    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    /** Appends text of this program's own making, whose {@code ?} are filled by the values in order. */
    public SqlText add(String sql, @Nullable Object... parameters) {
        text.append(sql);
        values.addAll(Arrays.asList(parameters));
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

    /**
     * The same statement, in which ids that it asks for several times with the same values are asked for once.
     *
     * @param name what the statement calls its result; it must begin with {@code select}
     * @param subquery an array of ids
     */
    SqlText once(String name, SqlText subquery) {
        String piece = subquery.text.toString();
        int many = subquery.values.size();
        SqlText rest = new SqlText();
        int from = 0;
        int value = 0;
        int found = 0;
        for (int at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, from)) {
            String before = text.substring(from, at);
            int next =
                    value + (int) before.chars().filter(letter -> letter == '?').count();
            if (next + many > values.size()
                    || !Arrays.deepEquals(values.subList(next, next + many).toArray(), subquery.values.toArray())) {
                return this;
            }
            rest.add(before, values.subList(value, next).toArray()).add("(select whole from " + name + ")::bigint[]");
            value = next + many;
            from = at + piece.length();
            found++;
        }
        return found < 2
                ? this
                : new SqlText()
                        .add("with " + name + " as materialized (select ")
                        .add(subquery)
                        .add(" as whole)\n")
                        .add(rest)
                        .add(
                                text.substring(from),
                                values.subList(value, values.size()).toArray());
    }

    /** Whether it changes and locks nothing, as far as its words tell: one that only might, does not count as reading. */
    boolean onlyReads() {
        return CHANGING.stream().noneMatch(word -> text.indexOf(word) >= 0);
    }

    public String text() {
        return text.toString();
    }

    public List<@Nullable Object> values() {
        return values;
    }
}
