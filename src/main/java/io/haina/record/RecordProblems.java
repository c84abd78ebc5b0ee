package io.haina.record;

import io.haina.field.Field;
import io.haina.field.RecordKind;
import io.haina.problem.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.dao.DataIntegrityViolationException;

/** What is wrong with a record, in the words of the core. */
public final class RecordProblems {

    private static final Pattern CONSTRAINT = Pattern.compile("constraint \"[a-z_]*?_?([a-z]+_id)_fkey\"");

    private RecordProblems() {}

    /** The name of a kind in problems. */
    public static Problem.Kind kind(RecordKind kind) {
        return switch (kind) {
            case LEAD -> Problem.Kind.LEAD;
            case CUSTOMER -> Problem.Kind.CUSTOMER;
            case CONTACT -> Problem.Kind.CONTACT;
            case OPPORTUNITY -> Problem.Kind.OPPORTUNITY;
            case PRODUCT -> Problem.Kind.PRODUCT;
        };
    }

    static Problem taken(RecordKind kind, Field field) {
        return new Problem.ValueTaken(kind(kind), field.name(), field.label());
    }

    /** The column by which a draft points at what is not there. */
    static String reference(DataIntegrityViolationException violation) {
        Matcher found = CONSTRAINT.matcher(String.valueOf(violation.getMessage()));
        return found.find() ? found.group(1) : "value";
    }
}
