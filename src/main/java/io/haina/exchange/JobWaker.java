package io.haina.exchange;

import io.haina.database.Recurring;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Lets the runners of this node look for work at once. */
@Component
class JobWaker {

    private final List<Recurring> runners = new CopyOnWriteArrayList<>();

    /** Adds a runner to those that are woken. */
    Recurring waking(Recurring runner) {
        runners.add(runner);
        return runner;
    }

    void wake() {
        runners.forEach(Recurring::wake);
    }
}
