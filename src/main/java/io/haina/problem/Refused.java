package io.haina.problem;

/** Carries a {@link Problem} from where it is found to the dialect that words it. Without a stack trace: it is an answer. */
public final class Refused extends RuntimeException {

    private final transient Problem problem;

    public Refused(Problem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    /** One value breaks a rule. */
    public static Refused invalid(String field, Problem.Rule rule) {
        return new Refused(new Problem.Invalid(field, rule));
    }

    /** A key or word of the client's own breaks a rule: it is told as it came. */
    public static Refused sent(String key, Problem.Rule rule) {
        return new Refused(Problem.Invalid.sent(key, rule));
    }

    /** No such record, or none that the actor may see. */
    public static Refused notFound(Problem.Kind kind) {
        return new Refused(new Problem.NotFound(kind));
    }

    public Problem problem() {
        return problem;
    }
}
