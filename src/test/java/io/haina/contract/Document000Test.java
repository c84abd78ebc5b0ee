package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The 28 curl lines of document 000 as they stand there, run by bash and curl: with raw UTF-8 in the query, and whatever
 * else curl does with them. A shell function stands between, which only puts in the address and the ids.
 */
class Document000Test {

    private static final int CALLS = 28;
    private static final String SCRIPT = "src/test/resources/contracts/registration/document-000.sh";
    private static final String PRELUDE = """
            n=0
            value() { sed -n 's/.*"'$1'":"\\([^"]*\\)".*/\\1/p' "$OUT/$n" | head -1; }
            curl() {
              n=$((n+1))
              local given=() a customer=$CUSTOMER_ID
              if [ $n = 16 ]; then customer=$EXTENDABLE; fi
              for a in "$@"; do
                a=${a//http:\\/\\/localhost:3000/$BASE}
                a=${a//pool-customer-uuid-here/$POOLED}
                a=${a//customer-uuid-here/$customer}
                given+=("$a")
              done
              command curl -s -o "$OUT/$n" -w "$n %{http_code}\\n" "${given[@]}"
              case $n in
                1) TOKEN=$(value token) ;;
                4) CUSTOMER_ID=$(value id) ;;
                19) APPROVAL_ID=$SECOND_APPROVAL_ID ;;
              esac
            }
            """;

    @Test
    void every_curl_line_of_the_document_runs_as_it_stands(@TempDir Path folder) throws Exception {
        assumeTrue(installed("curl") && installed("bash"), "curl and bash are not installed");
        List<String> expected = new ArrayList<>();
        for (int n = 1; n <= CALLS; n++) {
            expected.add(n + " 200");
        }
        try (DocumentTenant tenant = new DocumentTenant()) {
            assertThat(run(
                            folder,
                            Map.of(
                                    "BASE", tenant.server().address().toString(),
                                    "OUT", folder.toString(),
                                    "POOLED", tenant.pooledCustomer(0),
                                    "EXTENDABLE", tenant.extendableCustomer(),
                                    "APPROVAL_ID", tenant.request(0),
                                    "SECOND_APPROVAL_ID", tenant.request(1))))
                    .as(() -> answers(folder))
                    .containsExactlyElementsOf(expected);
        }
        for (int n = 1; n <= CALLS; n++) {
            assertThat(JsonMapper.shared()
                            .readTree(Files.readAllBytes(folder.resolve("" + n)))
                            .path("success"))
                    .as("answer " + n)
                    .hasToString("true");
        }
        assertThat(answer(folder, 6)).contains("\"customer_name\":\"阿里云计算有限公司\"");
    }

    private static List<String> run(Path folder, Map<String, String> values) throws Exception {
        Path script = folder.resolve("script.sh");
        Files.writeString(script, PRELUDE + Files.readString(Path.of(SCRIPT)));
        ProcessBuilder bash = new ProcessBuilder("bash", script.toString());
        bash.redirectErrorStream(true);
        bash.environment().putAll(values);
        bash.environment().put("LC_ALL", "C.UTF-8");
        bash.environment().put("no_proxy", "*");
        Process process = bash.start();
        process.getOutputStream().close();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return lines;
    }

    private static String answers(Path folder) {
        StringBuilder text = new StringBuilder();
        for (int n = 1; n <= CALLS; n++) {
            text.append(n).append(' ').append(answer(folder, n)).append('\n');
        }
        return text.toString();
    }

    private static String answer(Path folder, int n) {
        try {
            return Files.readString(folder.resolve("" + n));
        } catch (IOException e) {
            return "no answer";
        }
    }

    private static boolean installed(String program) throws Exception {
        return new ProcessBuilder("sh", "-c", "command -v " + program)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
