package io.haina.exchange;

import io.haina.database.Recurring;
import io.haina.database.SoleNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Runs jobs on this node, those first that a killed process left where no other can have them, and takes away what old ones leave: files after days, what became of each row after a month. */
@Configuration(proxyBeanMethods = false)
class JobUpkeep {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofHours(1);
    private static final Duration DRAFT_AGE = Duration.ofDays(1);
    private static final int BATCH = 100;

    private final RunStore store;
    private final JobFiles files;
    private final Clock clock;
    private final Duration filesKept;
    private final Duration rowsKept;

    JobUpkeep(
            RunStore store,
            JobFiles files,
            Clock clock,
            Optional<SoleNode> soleNode,
            @Value("${haina.exchange.files-kept:7d}") Duration filesKept,
            @Value("${haina.exchange.rows-kept:30d}") Duration rowsKept) {
        this.store = store;
        this.files = files;
        this.clock = clock;
        this.filesKept = filesKept;
        this.rowsKept = rowsKept;
        soleNode.ifPresent(alone -> store.abandonAll(clock.instant()));
    }

    @Bean
    Recurring jobRuns(JobRunner runner, JobWaker waker) {
        return waker.waking(Recurring.stoppable("jobs", LOOK, runner::runAll));
    }

    /** A second one, so that a long job does not hold up all short ones. */
    @Bean
    Recurring moreJobRuns(JobRunner runner, JobWaker waker) {
        return waker.waking(Recurring.stoppable("more-jobs", LOOK, runner::runAll));
    }

    @Bean
    Recurring jobSweeping() {
        return new Recurring("job-sweep", SWEEP, this::sweep);
    }

    void sweep() {
        Instant now = clock.instant();
        List<Job> old = store.withOldFiles(now.minus(filesKept), BATCH);
        while (!old.isEmpty()) {
            for (Job job : old) {
                files.delete(job.tenantId(), job.uuid());
                store.filesGone(job, now);
            }
            old = store.withOldFiles(now.minus(filesKept), BATCH);
        }
        while (store.forget(now.minus(rowsKept), BATCH) == BATCH) {
            // the next hundred
        }
        children(files.folder()).forEach(this::sweepTenant);
    }

    /** What a server left that went down between a file and its job. */
    private void sweepTenant(Path folder) {
        FileTime youngest = FileTime.from(clock.instant().minus(DRAFT_AGE));
        for (Path file : children(folder)) {
            try {
                if (Files.getLastModifiedTime(file).compareTo(youngest) < 0 && !isKnown(folder, file)) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private boolean isKnown(Path folder, Path file) {
        try {
            long tenantId = Long.parseLong(String.valueOf(folder.getFileName()));
            return store.knows(tenantId, UUID.fromString(String.valueOf(file.getFileName())));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
