package io.haina;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.database.embedded.EmbeddedDatabase;
import io.haina.home.HainaHome;
import io.haina.testing.ServerProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is handed out, with its beans prepared by the build: what a start decides, it decides at the start. */
class PackagedIT {

    private static final Path JAR = Path.of("target/haina.jar");
    private static final List<String> PROGRAM = List.of("-jar", JAR.toString());

    @TempDir
    Path folder;

    @Test
    void the_jar_has_its_beans_prepared_and_answers() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.getEntry("BOOT-INF/classes/io/haina/Haina__ApplicationContextInitializer.class"))
                    .isNotNull();
        }
        ServerProcess server = new ServerProcess(folder, PROGRAM, "--haina.demo=true");
        try {
            assertThat(server.http(server.token())
                            .get("/api/customers?page=1&limit=3")
                            .at("/data/customers")
                            .size())
                    .isEqualTo(3);
            assertThat(server.http(null).get("/v3/api-docs/registration").status())
                    .isEqualTo(200);
        } finally {
            server.stop();
        }
    }

    @Test
    void the_jar_takes_the_database_that_it_is_told() throws Exception {
        HainaHome other = new HainaHome(folder.resolve("other").toString());
        try (EmbeddedDatabase database = EmbeddedDatabase.start(other)) {
            ServerProcess server = new ServerProcess(
                    folder,
                    PROGRAM,
                    "--spring.datasource.url=" + database.getJdbcUrl(),
                    "--spring.datasource.username=" + database.getUsername(),
                    "--spring.datasource.password=" + database.getPassword());
            try {
                assertThat(server.http(server.token()).get("/api/customers").status())
                        .isEqualTo(200);
                assertThat(folder.resolve("home/database")).doesNotExist();
                assertThat(folder.resolve("home/haina.lock")).doesNotExist();
            } finally {
                server.stop();
            }
        }
    }
}
