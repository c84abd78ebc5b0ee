package io.haina.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.haina.testing.Answer;
import io.haina.testing.Fresh;
import io.haina.testing.HainaServer;
import io.haina.testing.Http;
import io.haina.testing.TestCompany;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a request costs before its handler runs. */
class AdmissionTest {

    private static final TestCompany COMPANY = TestCompany.create();

    /** The statements with one of these parts that the server runs while a request is answered; jobs run others meanwhile. */
    private static List<String> statements(Runnable request, String... parts) {
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Level before = logger.getLevel();
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        logger.addAppender(heard);
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        try {
            request.run();
        } finally {
            logger.setLevel(before);
            logger.setAdditive(true);
            logger.detachAppender(heard);
        }
        return List.copyOf(heard.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(text -> text.startsWith("Executing prepared SQL statement"))
                .filter(text -> Stream.of(parts).anyMatch(text::contains))
                .toList();
    }

    private static int sessionReads(Runnable request) {
        return statements(request, "as session_id").size();
    }

    @Test
    void a_session_that_is_known_is_looked_at_on_the_way_of_the_first_read() {
        Http http = HainaServer.get().http(COMPANY.again(COMPANY.sales()).token());
        Fresh.customer(COMPANY.sales().actor(), "一次往返有限公司");
        Runnable check = () -> assertThat(http.get("/api/customers/check-duplicate?customer_name="
                                + URLEncoder.encode("一次往返有限公司", StandardCharsets.UTF_8))
                        .at("/has_conflict")
                        .asBoolean())
                .isTrue();
        assertThat(statements(check, "as session_id", "c.name_key = ?")).hasSize(2);
        assertThat(statements(check, "as session_id", "c.name_key = ?"))
                .singleElement(STRING)
                .contains("as session_id", "c.name_key = ?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/apps", "/api/contacts", "/api/customers"})
    void a_token_that_several_documents_know_is_read_once(String path) {
        assertThat(sessionReads(() -> {
                    Answer answer = COMPANY.admin().http().get(path);
                    assertThat(answer.status()).as(answer::toString).isEqualTo(200);
                }))
                .isEqualTo(1);
    }

    @Test
    void a_token_of_another_person_beside_it_is_still_found() {
        String sid = HainaServer.get()
                .http()
                .post(
                        "/api/user/login",
                        "{\"phoneNumber\": \"" + COMPANY.sales().staff().username() + "\", \"password\": \""
                                + TestCompany.PASSWORD + "\"}")
                .at("/data/sid")
                .asString();
        assertThat(COMPANY.admin()
                        .http()
                        .send("GET", "/api/v1/apps", null, java.util.Map.of("sid", sid))
                        .status())
                .isEqualTo(400);
    }
}
