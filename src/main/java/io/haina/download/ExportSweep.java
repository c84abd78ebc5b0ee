package io.haina.download;

import io.haina.database.Recurring;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes exported files when no link opens them any more. */
@Configuration(proxyBeanMethods = false)
class ExportSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ExportSweep.class);

    @Bean
    Recurring exportSweeping(ExportFiles files) {
        return new Recurring("export-sweep", Duration.ofMinutes(10), () -> {
            int swept = files.sweep();
            if (swept > 0) {
                LOG.info("{} exported files were deleted", swept);
            }
        });
    }
}
