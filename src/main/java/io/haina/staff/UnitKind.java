package io.haina.staff;

import io.haina.problem.Problem;

/** What people are put together in. */
public enum UnitKind {
    /** People with one manager. */
    TEAM("team", "teams", Problem.Kind.TEAM),
    /** A part of the company, which may lie in another. */
    DEPARTMENT("department", "departments", Problem.Kind.DEPARTMENT);

    private final String table;
    private final String column;
    private final Problem.Kind kind;

    UnitKind(String table, String column, Problem.Kind kind) {
        this.table = table;
        this.column = column;
        this.kind = kind;
    }

    String table() {
        return table;
    }

    /** The column of a pool's rules that names some of them. */
    String poolColumn() {
        return column;
    }

    Problem.Kind kind() {
        return kind;
    }
}
