package io.haina.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a request costs before its handler runs. */
class AdmissionTest {

    private static final TestCompany COMPANY = TestCompany.create();

    /** The statements that one request of this thread's makes the server run on sessions. */
    private static long sessionReads(Runnable request) {
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
                .filter(text -> text.contains("as session_id"))
                .count();
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
