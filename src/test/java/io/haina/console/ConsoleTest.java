package io.haina.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console's files and page as a browser gets them; a build without the console ({@code -Dconsole.skip}) has none to show. */
class ConsoleTest {

    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/index-[^\"]+\\.js)\"");

    private final Http http = HainaServer.get().http();

    @BeforeEach
    void onlyWhereItWasBuilt() {
        assumeTrue(ConsoleTest.class.getResource("/console/index.html") != null, "built without the console");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/app",
                "/app/",
                "/app/customers/17?tab=files",
                "/app/sign-in",
                "/app/no/such.page",
                "/app/a%20b%2e%2e%3Cscript%3E"
            })
    void every_path_of_the_browser_application_is_answered_with_its_page(String path) {
        Answer page = http.get(path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.text()).contains("<div id=\"app\">").doesNotContain("<style", "<script>", "style=");
    }

    @Test
    void scripts_and_styles_may_come_from_this_server_alone() {
        Answer page = http.get("/");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void a_file_that_is_called_by_its_hash_never_changes_and_comes_compressed() {
        Answer plain = http.get(script());
        assertThat(plain.header("Cache-Control")).contains("max-age=31536000", "immutable");
        assertThat(plain.header("Content-Type")).contains("javascript");
        for (String coding : new String[] {"gzip", "br"}) {
            Answer small = http.send("GET", script(), null, Map.of("Accept-Encoding", coding));
            assertThat(small.status()).isEqualTo(200);
            assertThat(small.header("Content-Encoding")).isEqualTo(coding);
            assertThat(small.header("Vary")).contains("Accept-Encoding");
            assertThat(small.header("Content-Type")).contains("javascript");
        }
    }

    @Test
    void no_source_map_and_nothing_beside_the_assets_is_served() {
        assertThat(http.get(script() + ".map").status()).isEqualTo(404);
        assertThat(http.get("/assets/../index.html").status()).isIn(400, 404);
        assertThat(http.get("/assets/%2e%2e/%2e%2e/application.properties").status())
                .isIn(400, 404);
        assertThat(http.get("/assets/no-such-file.js").status()).isEqualTo(404);
    }

    @Test
    void other_paths_keep_their_answers() {
        assertThat(http.get("/nowhere").status()).isEqualTo(404);
        assertThat(http.get("/api/v1/nowhere").header("Content-Type")).startsWith("application/problem+json");
        assertThat(http.post("/", Map.of()).status()).isEqualTo(405);
        assertThat(http.get("/api/customers").header("Content-Security-Policy")).isEmpty();
    }

    private String script() {
        Matcher matcher = SCRIPT.matcher(http.get("/").text());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
