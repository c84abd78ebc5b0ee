package io.haina.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SenderTest {

    private static final Sender ALONE = new Sender(List.of());
    private static final Sender BEHIND = new Sender(List.of(" 10.0.0.0/8", "::1", ""));

    private static String from(Sender sender, String connection, String... forwarded) {
        return sender.address(connection, List.of(forwarded))
                .map(address -> address.getHostAddress())
                .orElse("nowhere");
    }

    @Test
    void without_proxies_nobody_is_believed() {
        assertThat(from(ALONE, "10.0.0.1", "192.0.2.1")).isEqualTo("10.0.0.1");
    }

    @Test
    void a_stranger_who_claims_to_be_forwarded_is_still_himself() {
        assertThat(from(BEHIND, "203.0.113.5", "192.0.2.1")).isEqualTo("203.0.113.5");
    }

    @Test
    void behind_proxies_the_last_address_that_is_none_of_theirs_counts() {
        assertThat(from(BEHIND, "10.0.0.1", "192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(from(BEHIND, "[::1]", "6.6.6.6, 192.0.2.1 , 10.0.0.2")).isEqualTo("192.0.2.1");
        assertThat(from(BEHIND, "::1", "6.6.6.6", "192.0.2.1,10.0.0.2")).isEqualTo("192.0.2.1");
        assertThat(from(BEHIND, "::ffff:10.0.0.1", "2001:db8::7")).isEqualTo("2001:db8:0:0:0:0:0:7");
        assertThat(from(BEHIND, "10.0.0.1")).isEqualTo("10.0.0.1");
        assertThat(from(BEHIND, "10.0.0.1", "10.0.0.9, 10.0.0.2")).isEqualTo("10.0.0.9");
    }

    @Test
    void what_is_no_address_is_nobodys() {
        assertThat(from(BEHIND, "10.0.0.1", "192.0.2.1, unknown")).isEqualTo("nowhere");
        assertThat(from(BEHIND, "10.0.0.1", "")).isEqualTo("nowhere");
    }

    @Test
    void a_setting_that_names_no_network_stops_the_start() {
        assertThatThrownBy(() -> new Sender(List.of("proxy.example"))).hasMessageContaining("haina.trusted-proxies");
    }
}
