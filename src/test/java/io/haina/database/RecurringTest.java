package io.haina.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RecurringTest {

    private static final Duration NEVER = Duration.ofDays(1);

    private final Semaphore runs = new Semaphore(0);

    private void awaitRun() throws InterruptedException {
        assertThat(runs.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_task_runs_at_the_start_and_again_after_each_delay() throws InterruptedException {
        Recurring recurring = new Recurring("test", Duration.ofMillis(1), runs::release);
        recurring.start();
        for (int n = 0; n < 5; n++) {
            awaitRun();
        }
        recurring.stop();
    }

    @Test
    void a_wake_runs_it_at_once() throws InterruptedException {
        Recurring recurring = new Recurring("test", NEVER, runs::release);
        recurring.start();
        awaitRun();
        recurring.wake();
        awaitRun();
        recurring.stop();
        assertThat(recurring.isRunning()).isFalse();
    }

    @Test
    void a_failure_does_not_end_it() throws InterruptedException {
        Recurring recurring = new Recurring("test", NEVER, () -> {
            runs.release();
            throw new IllegalStateException("on purpose");
        });
        recurring.start();
        awaitRun();
        recurring.wake();
        awaitRun();
        recurring.stop();
    }

    @Test
    void stopping_waits_for_the_run_and_no_other_follows() throws InterruptedException {
        CountDownLatch finish = new CountDownLatch(1);
        AtomicInteger finished = new AtomicInteger();
        Recurring recurring = new Recurring("test", Duration.ofMillis(1), () -> {
            runs.release();
            try {
                finish.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("was interrupted", e);
            }
            finished.incrementAndGet();
        });
        recurring.start();
        awaitRun();
        Thread stopper = Thread.ofPlatform().start(recurring::stop);
        finish.countDown();
        stopper.join();
        int then = finished.get();
        assertThat(then).isPositive();
        assertThat(recurring.isRunning()).isFalse();
        recurring.start();
        awaitRun();
        recurring.stop();
        assertThat(finished.get()).isGreaterThan(then);
    }

    @Test
    void a_long_run_hears_that_it_is_to_end() throws InterruptedException {
        Recurring recurring = Recurring.stoppable("test", NEVER, stopping -> {
            runs.release();
            while (!stopping.getAsBoolean()) {
                Thread.onSpinWait();
            }
        });
        recurring.start();
        awaitRun();
        recurring.stop();
        assertThat(recurring.isRunning()).isFalse();
    }
}
