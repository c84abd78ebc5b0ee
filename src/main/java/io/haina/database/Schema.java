package io.haina.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32C;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Brings the schema to what this server expects, by Flyway, before anything uses the database. Flyway's look at a store that
 * is as it should be was a tenth of a start: what it found good is written down as the comment of its own table, with the
 * steps that this server brings and how many had been taken, and while both are the same it is not asked again.
 */
@Component
final class Schema implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    private static final String STEPS = "db/migration";
    private static final String HISTORY = "flyway_schema_history";

    private final DataSource database;
    private final List<JavaMigration> programs;

    Schema(DataSource database, ObjectProvider<JavaMigration> programs) {
        this.database = database;
        this.programs = programs.stream()
                .sorted(Comparator.comparing(JavaMigration::getVersion))
                .toList();
    }

    @Override
    public void afterPropertiesSet() {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        String expected = steps();
        if (isGood(jdbc, expected)) {
            LOG.info("The schema is as it was found good: {}", expected);
            return;
        }
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:" + STEPS)
                .javaMigrations(programs.toArray(JavaMigration[]::new))
                .load()
                .migrate();
        jdbc.execute("comment on table " + HISTORY + " is '" + mark(expected, taken(jdbc)) + "'");
    }

    private static boolean isGood(JdbcTemplate jdbc, String expected) {
        @Nullable
        String mark = jdbc.queryForObject("select obj_description(to_regclass(?), 'pg_class')", String.class, HISTORY);
        return mark != null && mark.equals(mark(expected, taken(jdbc)));
    }

    private static long taken(JdbcTemplate jdbc) {
        Long taken = jdbc.queryForObject("select count(*) from " + HISTORY, Long.class);
        return taken == null ? 0 : taken;
    }

    private static String mark(String steps, long taken) {
        return "good: " + steps + ", " + taken + " taken";
    }

    /** What this server brings, in short: another name, order or letter of any step makes it another. */
    private String steps() {
        CRC32C sum = new CRC32C();
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:" + STEPS + "/*.sql");
            Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
            for (Resource file : files) {
                sum.update(String.valueOf(file.getFilename()).getBytes(StandardCharsets.UTF_8));
                try (InputStream content = file.getInputStream()) {
                    sum.update(content.readAllBytes());
                }
            }
            for (JavaMigration program : programs) {
                sum.update((program.getVersion() + program.getDescription()).getBytes(StandardCharsets.UTF_8));
            }
            return "%d steps, %08x".formatted(files.length + programs.size(), sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the steps of the schema", e);
        }
    }
}
