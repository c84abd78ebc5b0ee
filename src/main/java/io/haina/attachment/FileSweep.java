package io.haina.attachment;

import io.haina.database.Recurring;
import io.haina.home.HainaHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Takes files away that no record knows: what a server left that stopped between the two. Only of the last days, so that
 * it reads few folders, and a store that was restored to an earlier state does not lose all files that came later.
 */
@Configuration(proxyBeanMethods = false)
class FileSweep {

    private static final Duration YOUNGEST = Duration.ofDays(1);
    private static final Duration OLDEST = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(FileSweep.class);

    private final HainaHome home;
    private final AttachmentStore store;
    private final Clock clock;

    FileSweep(HainaHome home, AttachmentStore store, Clock clock) {
        this.home = home;
        this.store = store;
        this.clock = clock;
    }

    @Bean
    Recurring fileSweeping() {
        return new Recurring("file-sweep", Duration.ofHours(12), this::sweep);
    }

    /** Returns how many files went. */
    int sweep() {
        Instant now = clock.instant();
        store.forget(now.minus(YOUNGEST));
        String first = period(now.minus(OLDEST));
        String last = period(now.minus(YOUNGEST));
        int swept = 0;
        for (Path tenant : children(home.resolve(FileStore.FOLDER))) {
            for (Path period : children(tenant)) {
                String name = String.valueOf(period.getFileName());
                if (name.compareTo(first) >= 0 && name.compareTo(last) < 0) {
                    swept += sweep(Long.parseLong(String.valueOf(tenant.getFileName())), period);
                }
            }
        }
        if (swept > 0) {
            LOG.info("{} files went that no record knew", swept);
        }
        return swept;
    }

    private int sweep(long tenantId, Path folder) {
        List<Path> files = children(folder);
        Set<UUID> known = store.known(
                tenantId,
                files.stream().map(FileSweep::id).flatMap(Optional::stream).toList());
        int swept = 0;
        for (Path file : files) {
            if (id(file).filter(known::contains).isEmpty()) {
                try {
                    swept += Files.deleteIfExists(file) ? 1 : 0;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return swept;
    }

    /** Empty for drafts. */
    private static Optional<UUID> id(Path file) {
        try {
            return Optional.of(UUID.fromString(String.valueOf(file.getFileName())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String period(Instant instant) {
        return "%06x".formatted(instant.toEpochMilli() >> FileStore.PERIOD_BITS);
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
