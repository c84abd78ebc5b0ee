package io.haina.dialect;

import io.haina.app.Network;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where a request comes from, and what its sender put into the address line. Proxies are believed only where the setting
 * {@code haina.trusted-proxies} names their networks: then {@code X-Forwarded-For} is read from its end, which the nearest
 * proxy wrote, up to the first address that is none of theirs. It begins at the connection, whatever the server's own
 * handling of forwarding headers makes of it, because that believes everybody.
 */
@Component
public final class Sender {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<Network> proxies;

    Sender(@Value("${haina.trusted-proxies:}") List<String> proxies) {
        this.proxies = proxies.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> Network.of(text)
                        .orElseThrow(() -> new IllegalArgumentException("haina.trusted-proxies: no network: " + text)))
                .toList();
    }

    /** The sender's address; empty where a proxy that is believed says nothing that is one. */
    public Optional<InetAddress> address(HttpServletRequest request) {
        String connection =
                Request.getRemoteAddr(Request.unWrap(ServletContextRequest.getServletContextRequest(request)));
        return address(connection, Collections.list(request.getHeaders(FORWARDED_FOR)));
    }

    /** As above, of a connection and the headers that came by it. */
    Optional<InetAddress> address(String connection, List<String> forwarded) {
        Optional<InetAddress> nearest = Network.address(connection);
        List<String> hops = new ArrayList<>();
        forwarded.forEach(header -> hops.addAll(Arrays.asList(header.split(",", -1))));
        for (int n = hops.size() - 1; n >= 0 && nearest.filter(this::isProxy).isPresent(); n--) {
            nearest = Network.address(hops.get(n).strip());
        }
        return nearest;
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(proxy -> proxy.contains(address));
    }

    /** The path as it was sent, nothing decoded. */
    public static String path(HttpServletRequest request) {
        return Objects.requireNonNullElse(
                (String) request.getAttribute(JettyLeniency.SENT_PATH), request.getRequestURI());
    }

    /** Path and query as they were sent, nothing decoded; a query that is empty is none. */
    public static String target(HttpServletRequest request) {
        String path = path(request);
        String query = request.getQueryString();
        return query == null || query.isEmpty() ? path : path + "?" + query;
    }
}
