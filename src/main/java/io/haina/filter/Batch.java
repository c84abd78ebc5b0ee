package io.haina.filter;

import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.util.Collection;
import java.util.List;

/**
 * The records that one order names, each once, by their numbers in rising order: the order in which every statement locks
 * them, so that two batches never wait for each other in a circle. Done for all of them, or for none.
 *
 * @param ids from one to {@value #MAXIMUM_SIZE}
 */
public record Batch(List<Long> ids) {

    /** The most records that one order may name. */
    public static final int MAXIMUM_SIZE = 1000;

    public Batch {
        ids = ids.stream().sorted().distinct().toList();
    }

    /**
     * The batch of some ids, in any order, however often each is named.
     *
     * @param field under which they are refused if there are none, or too many
     */
    public static Batch of(String field, Collection<Long> ids) {
        Batch batch = new Batch(List.copyOf(ids));
        if (batch.ids.isEmpty()) {
            throw Refused.invalid(field, Rule.REQUIRED);
        }
        if (batch.size() > MAXIMUM_SIZE) {
            throw new Refused(new Problem.Invalid(field, Rule.OUT_OF_RANGE, MAXIMUM_SIZE));
        }
        return batch;
    }

    public int size() {
        return ids.size();
    }

    /** As the database takes it. */
    public long[] array() {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }
}
