package io.haina.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "192.0.2.128/25, 192.0.2.127, false",
        "192.0.2.128/25, 192.0.2.255, true",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "::1, ::1, true",
        "10.0.0.0/8, ::ffff:10.1.2.3, true",
        "10.1.2.3/8, 10.9.9.9, true"
    })
    void a_range_holds_the_addresses_whose_first_bits_it_has(String range, String address, boolean inside) {
        InetAddress from = Network.address(address).orElseThrow();
        assertThat(Network.of(range).orElseThrow().contains(from)).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/08",
                "10.0.0/8",
                "10",
                "256.0.0.1",
                "::1/129",
                "2130706433",
                "10.0.0.0/8/8",
                "1:2:3",
                "example.org/8",
                "10.0.0.1\u0000",
                "１0.0.0.1",
                ":::1",
                "10.0.0.1 "
            })
    void what_is_no_range_is_none(String text) {
        assertThat(Network.of(text)).isEmpty();
    }

    @Test
    void a_range_is_written_with_its_first_address() {
        assertThat(Network.of("10.1.2.3/8")).hasToString("Optional[10.0.0.0/8]");
        assertThat(Network.of("[2001:db8::1]")).map(Network::prefix).contains(128);
    }
}
