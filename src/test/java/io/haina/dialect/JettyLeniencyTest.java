package io.haina.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class JettyLeniencyTest {

    static ServletWebServerApplicationContext server;

    @BeforeAll
    static void start() {
        server = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Echo.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/x?name=腾讯科技",
                "//api/x?name=腾讯科技",
                "/api//x?name=腾讯科技",
                "///api///x?name=%E8%85%BE%E8%AE%AF%E7%A7%91%E6%8A%80"
            })
    void rawUtf8AndDoubledSlashesAreUnderstood(String address) throws IOException {
        assertThat(get(address, StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 200")
                .endsWith("/api/x 腾讯科技");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/%2e%2e/x",
                "/api%2Fx",
                "/api/;/x",
                "/api/%00x",
                "/api/%zz",
                "/api/%c0%af",
                "/api/%e4",
                "//../api/x"
            })
    void otherAmbiguousAddressesStayRefused(String address) throws IOException {
        assertThat(get(address, StandardCharsets.UTF_8)).startsWith("HTTP/1.1 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/x?name=腾讯", "//api/x?name=阿里云计算有限公司", "/api/x?name=a&腾讯=b", "/api/腾讯"})
    void bytesThatAreNotUtf8AreRefused(String address) throws IOException {
        assertThat(get(address, Charset.forName("GBK"))).startsWith("HTTP/1.1 400");
    }

    @Test
    void anEscapedReplacementCharacterIsTheSendersOwn() throws IOException {
        assertThat(get("/api/x?name=%EF%BF%BD", StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 200")
                .endsWith("/api/x \uFFFD");
    }

    private static String get(String address, Charset charset) throws IOException {
        int port = server.getWebServer().getPort();
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            String request = "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(charset));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @RestController
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(JettyLeniency.class)
    static class Echo {

        @GetMapping(value = "/api/x", produces = "text/plain;charset=UTF-8")
        String echo(@RequestParam String name, HttpServletRequest request) {
            return request.getRequestURI() + " " + name;
        }
    }
}
