package io.haina.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How often apps ask, counted on this node: each has a bucket of requests that it may send at once, which fills again by so
 * many a second.
 */
@Component
final class Buckets {

    private final Map<Long, Bucket> buckets = new ConcurrentHashMap<>();

    private record Bucket(double left, int burst, int perSecond, Instant at) {

        /** As it is later; a clock that was set back fills nothing. */
        Bucket later(int burst, int perSecond, Instant now) {
            double seconds = Math.max(0, Duration.between(at, now).toNanos() / 1e9);
            return new Bucket(Math.min(burst, left + seconds * perSecond), burst, perSecond, now);
        }

        Bucket less(double requests) {
            return new Bucket(Math.min(burst, left - requests), burst, perSecond, at);
        }

        boolean isFull(Instant now) {
            return later(burst, perSecond, now).left >= burst;
        }
    }

    /**
     * Counts one request.
     *
     * @return empty, or how long to wait where there are too many, which are not counted
     */
    Optional<Duration> take(App app, Instant now) {
        Duration[] wait = {null};
        buckets.compute(app.appid(), (appid, was) -> {
            Bucket bucket = was == null
                    ? new Bucket(app.burst(), app.burst(), app.perSecond(), now)
                    : was.later(app.burst(), app.perSecond(), now);
            if (bucket.left >= 1) {
                return bucket.less(1);
            }
            wait[0] = Duration.ofNanos((long) Math.ceil((1 - bucket.left) / app.perSecond() * 1e9));
            return bucket;
        });
        return Optional.ofNullable(wait[0]);
    }

    /** Takes back that a request was counted. */
    void giveBack(App app) {
        buckets.computeIfPresent(app.appid(), (appid, bucket) -> bucket.less(-1));
    }

    /** Forgets who did not ask for long enough. */
    void prune(Instant now) {
        buckets.keySet()
                .forEach(appid -> buckets.computeIfPresent(appid, (id, bucket) -> bucket.isFull(now) ? null : bucket));
    }
}
