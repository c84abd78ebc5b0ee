package io.haina.ownership;

import io.haina.access.Scoped;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import org.springframework.stereotype.Component;

/** People who are to get records: whoever sees what a person holds may give that person more. */
@Component
public class Recipients {

    private final RecipientStore store;

    Recipients(RecipientStore store) {
        this.store = store;
    }

    /**
     * Keeps a person from being disabled or moved until the caller's transaction ends.
     *
     * @throws Refused if the query for what people hold does not reach the person, or the person is disabled
     */
    public void hold(Scoped scoped, long person) {
        if (!store.hold(scoped, person)) {
            throw Refused.notFound(Problem.Kind.STAFF);
        }
    }
}
