package io.haina.database.embedded;

import com.sun.management.OperatingSystemMXBean;
import io.haina.home.HainaHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's data folder: made once, whole or not at all, with the role and the database {@code haina}; its settings
 * are written anew at every start, so that nothing weaker than ours stays in them.
 */
final class Cluster {

    static final String ROLE = "haina";
    static final String DATABASE = "haina";
    static final String SUPERUSER = "postgres";
    static final String FOLDER = "database";

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

    /**
     * Rounds of hashing slow down who guesses a password. Ours are 256 random bits, which nobody guesses, and 4096 rounds of
     * them for each connection were a tenth of a start.
     */
    private static final String FEW_ROUNDS = "SET scram_iterations = 1;\n";

    /** Lies in a data folder whose role has been keyed so. */
    private static final String KEYED = "haina.keyed";

    private static final String CONNECTIONS = """
            # Written by Haina at every start.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private static final String HEAD = """
            # Written by Haina at every start. Your own settings belong into postgresql.conf in the folder above.
            """;

    private static final String SETTINGS = """
            cluster_name = 'haina'
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 50
            password_encryption = 'scram-sha-256'

            # An answered write is on the disk.
            fsync = on
            synchronous_commit = on
            full_page_writes = on

            # A machine with 2 cores, shared with the server.
            effective_cache_size = 1GB
            maintenance_work_mem = 128MB
            work_mem = 8MB
            random_page_cost = 1.1
            jit = off
            max_parallel_workers_per_gather = 0
            # The first change of a page after a checkpoint writes the page: to compress it takes three times of the change itself.
            wal_compression = off
            checkpoint_timeout = 15min
            min_wal_size = 256MB
            max_wal_size = 2GB

            # The same everywhere.
            timezone = 'UTC'
            log_timezone = 'UTC'
            datestyle = 'iso, ymd'
            lc_messages = 'C'
            default_text_search_config = 'pg_catalog.simple'

            # One file for each day of the week. Values never stand in it: terse leaves out DETAIL, which quotes keys.
            logging_collector = on
            log_directory = '../database-log'
            log_filename = 'postgresql-%a.log'
            log_truncate_on_rotation = on
            log_rotation_age = 1d
            log_rotation_size = 0
            log_error_verbosity = terse
            log_min_error_statement = panic
            log_min_duration_statement = 2s
            log_parameter_max_length = 0

            include_if_exists = '../postgresql.conf'
            """;

    private static final long MEGABYTE = 1 << 20;

    private Cluster() {}

    /** The data folder, ready to be started; throws {@link StartFailure} if it was made by another major version. */
    static Path prepare(HainaHome home, Tools tools, Path binaries) {
        Path data = home.resolve(FOLDER);
        try {
            if (!Files.isDirectory(data)) {
                create(home, tools, data);
            }
            checkVersion(data, binaries);
            Files.writeString(data.resolve("postgresql.conf"), settings(memory()));
            Files.writeString(data.resolve("pg_hba.conf"), CONNECTIONS);
            if (!Files.exists(data.resolve(KEYED))) {
                rekey(home, tools, data);
            }
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare the database in " + data, e);
        }
    }

    /**
     * The settings for a machine: an eighth of its memory for the pages that PostgreSQL keeps, of which it takes only what it uses,
     * at least 128 MB and at most a gigabyte.
     *
     * @param memory of the machine or of the container, in bytes
     */
    static String settings(long memory) {
        long buffers = Math.clamp(memory / 8 / MEGABYTE, 128, 1024);
        return HEAD + "shared_buffers = " + buffers + "MB\n" + SETTINGS;
    }

    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    private static void create(HainaHome home, Tools tools, Path data) throws IOException {
        LOG.info("Making a new database in {}", data);
        Path draft = home.folder(FOLDER + ".new");
        Folders.clear(draft);
        home.password("database-superuser");
        tools.feed(
                "",
                "initdb",
                "--pgdata=" + draft,
                "--username=" + SUPERUSER,
                "--pwfile=" + home.secretFile("database-superuser"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--lc-ctype=" + characterType(),
                "--data-checksums");
        String statements = FEW_ROUNDS + """
                CREATE ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '%s';
                CREATE DATABASE %s OWNER %s;
                REVOKE ALL ON DATABASE %s FROM PUBLIC;
                """.formatted(ROLE, home.password("database"), DATABASE, ROLE, DATABASE);
        tools.feed(statements, "postgres", "--single", "-D", draft.toString(), "postgres");
        Files.createFile(draft.resolve(KEYED));
        Folders.publish(draft, data);
    }

    /** Gives the role of an older folder its own password again, as {@link #FEW_ROUNDS} has it. */
    private static void rekey(HainaHome home, Tools tools, Path data) throws IOException {
        String statements = FEW_ROUNDS + "ALTER ROLE %s PASSWORD '%s';\n".formatted(ROLE, home.password("database"));
        tools.feed(statements, "postgres", "--single", "-D", data.toString(), "postgres");
        Files.createFile(data.resolve(KEYED));
    }

    /** Some extensions (pg_trgm) still ask the C library what a letter is; plain C would make them blind to Chinese. */
    private static String characterType() {
        String system = System.getProperty("os.name", "");
        return system.startsWith("Windows") ? "C" : system.startsWith("Mac") ? "UTF-8" : "C.UTF-8";
    }

    private static void checkVersion(Path data, Path binaries) throws IOException {
        String stored = Files.readString(data.resolve("PG_VERSION")).strip();
        String brought = String.valueOf(binaries.getFileName());
        if (!brought.startsWith(Binaries.FOLDER + stored + ".")) {
            throw new StartFailure(
                    "The database in %s was made by PostgreSQL %s, but this Haina brings %s."
                            .formatted(data, stored, brought),
                    "Dump it with the Haina that made it and load it into a new home, or use pg_upgrade.");
        }
    }
}
