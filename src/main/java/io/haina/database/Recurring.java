package io.haina.database;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A task that runs again and again while the server runs, one run at a time, on a virtual thread. Offered as a bean: it
 * starts after everything else and stops, letting a run that has begun end, before what it uses is closed.
 */
public final class Recurring implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Recurring.class);

    private final String name;
    private final Duration delay;
    private final Consumer<BooleanSupplier> task;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    /**
     * @param delay from the end of a run to the beginning of the next; the first run is at the start
     * @param task an exception that it throws is logged, and the next run comes as if there had been none
     */
    public Recurring(String name, Duration delay, Runnable task) {
        this(stopping -> task.run(), name, delay);
    }

    private Recurring(Consumer<BooleanSupplier> task, String name, Duration delay) {
        this.name = name;
        this.delay = delay;
        this.task = task;
    }

    /**
     * A task whose runs may be long.
     *
     * @param task as above; told how it asks whether it is to end early, because the server stops
     */
    public static Recurring stoppable(String name, Duration delay, Consumer<BooleanSupplier> task) {
        return new Recurring(task, name, delay);
    }

    /** Lets the next run begin at once, or right after the present one. Wakes while nothing waits add up to one run. */
    public void wake() {
        wakeUps.release();
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            stopping = false;
            thread = Thread.ofVirtual().name(name).start(this::loop);
        }
    }

    /** Returns when the task no longer runs. The task is not interrupted: that would cost its database connection. */
    @Override
    public synchronized void stop() {
        if (thread == null) {
            return;
        }
        stopping = true;
        wake();
        try {
            thread.join();
            thread = null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void loop() {
        try {
            while (!stopping) {
                runOnce();
                if (wakeUps.tryAcquire(delay.toNanos(), TimeUnit.NANOSECONDS)) {
                    wakeUps.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runOnce() {
        try {
            task.accept(() -> stopping);
        } catch (RuntimeException | Error e) {
            LOG.error("{} failed and will be tried again", name, e);
        }
    }
}
