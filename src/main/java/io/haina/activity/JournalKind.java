package io.haina.activity;

import io.haina.problem.Problem;

/** What the {@link Journal} has entries of. */
public enum JournalKind {
    /** What was done: a visit, a call and the like. */
    ACTIVITY("activity", "activity.", Problem.Kind.ACTIVITY),
    /** What a customer wants from then on. */
    DEMAND("demand_change", "demand.", Problem.Kind.DEMAND);

    private final String table;
    private final String prefix;
    private final Problem.Kind problem;

    JournalKind(String table, String prefix, Problem.Kind problem) {
        this.table = table;
        this.prefix = prefix;
        this.problem = problem;
    }

    /** The table of its entries, and the word by which others speak of it. */
    String table() {
        return table;
    }

    /** How problems call a field of its own: two kinds of entry may come in one request. */
    public String field(String name) {
        return prefix + name;
    }

    /** Its name in problems. */
    Problem.Kind problem() {
        return problem;
    }
}
