package io.haina.field;

import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a choice in steps is chosen from: a tree, of which a field's options are the paths.
 *
 * @param children by what they are called, in the order of the options
 */
public record Cascade(Map<String, Cascade> children) {

    /** What stands between the levels of a path. */
    public static final String BETWEEN = "/";

    private static final int DEEPEST = 10;

    /** The tree of some paths. */
    public static Cascade of(List<String> paths) {
        Cascade root = new Cascade(new LinkedHashMap<>());
        for (String path : paths) {
            Cascade at = root;
            for (String step : path.split(BETWEEN, -1)) {
                at = at.children.computeIfAbsent(step, any -> new Cascade(new LinkedHashMap<>()));
            }
        }
        return root;
    }

    /** Whether an option is a path that a tree can have: no level is empty, and there are not too many. */
    public static boolean isPath(String option) {
        List<String> steps = List.of(option.split(BETWEEN, -1));
        return steps.size() <= DEEPEST && steps.stream().allMatch(step -> !step.isEmpty() && step.equals(step.strip()));
    }

    /** How many levels there are below. */
    public int level() {
        return children.values().stream()
                .mapToInt(child -> 1 + child.level())
                .max()
                .orElse(0);
    }

    /** A value of a field, from the widest. @throws Refused if the tree has no such path, or it ends too early */
    static List<String> path(Field field, List<String> steps) {
        String path = String.join(BETWEEN, steps);
        FieldRules rules = field.rules();
        if (rules.options().stream().noneMatch(option -> option.equals(path) || option.startsWith(path + BETWEEN))
                || steps.stream().anyMatch(step -> step.contains(BETWEEN))) {
            throw Refused.invalid(field.name(), Rule.NOT_A_CHOICE);
        }
        if (steps.size() < rules.fillLevel()) {
            throw new Refused(new Problem.Invalid(field.name(), Rule.REQUIRED, rules.fillLevel()));
        }
        return List.copyOf(steps);
    }
}
