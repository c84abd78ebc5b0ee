package io.haina.testing;

import io.haina.Haina;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * The real server with its embedded database, in this JVM: one for all tests, on a free port, with a home of its own that
 * goes away when the JVM ends. Tests keep out of each other's way by each making a {@link TestCompany}.
 */
public final class HainaServer {

    private static @Nullable HainaServer shared;

    private final ConfigurableApplicationContext context;
    private final MutableClock clock;
    private final Path home;

    private HainaServer(ConfigurableApplicationContext context, MutableClock clock, Path home) {
        this.context = context;
        this.clock = clock;
        this.home = home;
    }

    /** The server that all tests of this JVM share; the first caller starts it. */
    public static synchronized HainaServer get() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    private static HainaServer start(String... settings) {
        Path home = temporaryHome();
        MutableClock clock = new MutableClock();
        SpringApplication application = new SpringApplication(Haina.class);
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("testClock", Clock.class, () -> clock, definition -> definition.setPrimary(true)));
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--haina.home=" + home,
                "--haina.demo=false",
                "--haina.password-cost=4",
                // A starved machine makes races slow; that is no failure of what they race for.
                "--spring.datasource.hikari.connection-timeout=60000"));
        arguments.addAll(List.of(settings));
        SpringApplication.getShutdownHandlers().add(() -> delete(home));
        return new HainaServer(application.run(arguments.toArray(String[]::new)), clock, home);
    }

    private static Path temporaryHome() {
        try {
            return Files.createTempDirectory("haina-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path home) {
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** The address that paths are added to, such as {@code http://127.0.0.1:40123}. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** A client without a credential. */
    public Http http() {
        return new Http(address(), null);
    }

    /** A client that sends a bearer token. */
    public Http http(String token) {
        return new Http(address(), token);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    /** The server's clock: tests that move it reset it. */
    public MutableClock clock() {
        return clock;
    }

    /** The home of this server. */
    public Path home() {
        return home;
    }

    /** The way around the server to its database. */
    public JdbcTemplate jdbc() {
        return new JdbcTemplate(bean(DataSource.class));
    }
}
