package io.haina.database;

/**
 * A part of {@link PageSql}: the first rows, in an order that indexes give, among those of any of several ids.
 *
 * @param driver the ids, and the column that has one of them
 * @param depth how many rows
 */
record DrivenSql(String alias, ReachSql.Driver driver, String order, long depth) {

    /** With fewer ids, the rows of each are read faster than rows of all are looked through. */
    private static final int MANY = 15;

    /** So many times the rows that are wanted are looked through: enough where the ids have every tenth row or more. */
    private static final int WIDTH = 25;

    /**
     * Reads the first rows of each id and merges them: what that costs grows with the number of ids.
     *
     * @param rows selects what is wanted, whosever it is
     */
    SqlText each(SqlText rows) {
        return new SqlText()
                .add("select " + alias + ".* from unnest(")
                .add(driver.ids())
                .add(") driven (id) cross join lateral (")
                .add(rows)
                .add(" and " + driver.column() + " = driven.id" + end() + ") " + alias + end());
    }

    /**
     * Looks through the first rows of all first: people who hold much have enough among them. Only where it is not enough
     * are the rows of each id read.
     *
     * @param everybodys selects rows of all, whether wanted or not
     * @param wanted the condition that what is wanted passes, whosever it is
     * @param rows selects what is wanted, whosever it is
     */
    SqlText nearestOrEach(SqlText everybodys, SqlText wanted, SqlText rows) {
        return new SqlText()
                .add("with driven as materialized (select ")
                .add(driver.ids())
                .add(" as ids),\nnearest as materialized (select " + alias + ".* from (")
                .add(everybodys)
                .add(" order by " + order + " limit " + WIDTH * depth + ") " + alias
                        + " where (select cardinality(ids) > " + MANY + " from driven) and ")
                .add(wanted)
                .add(" and " + driver.column() + " = any ((select ids from driven)::bigint[])" + end() + ")\n")
                .add("select * from nearest where (select count(*) from nearest) >= " + depth)
                .add("\nunion all (select " + alias
                        + ".* from unnest((select ids from driven)) each (id) cross join lateral (")
                .add(rows)
                .add(" and " + driver.column() + " = each.id" + end() + ") " + alias
                        + " where (select count(*) from nearest) < " + depth + end() + ")");
    }

    private String end() {
        return " order by " + order + " limit " + depth;
    }
}
