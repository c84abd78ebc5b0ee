package io.haina.dialect.openapi;

import io.haina.access.Actor;
import io.haina.dialect.Sender;
import io.haina.dialect.openapi.AppWire.Signed;
import io.haina.dialect.openapi.OpenapiWire.Envelope;
import io.haina.tenant.AppRight;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets whoever writes a client see whether it signs as it should, whatever rights its app has. */
@RestController
@Tag(name = "app", description = "应用")
class AppApi {

    private final Sender sender;
    private final Clock clock;

    AppApi(Sender sender, Clock clock) {
        this.sender = sender;
        this.clock = clock;
    }

    @GetMapping("/openapi/app")
    @Operation(summary = "检查签名:返回当前应用")
    Envelope<Signed> get(Actor actor, HttpServletRequest request) {
        Instant now = clock.instant();
        Set<AppRight> rights = Objects.requireNonNullElse(actor.rights(), Set.of());
        return Envelope.of(new Signed(
                OpenapiNames.account(actor),
                Objects.requireNonNullElse(request.getHeader(OpenapiDoorkeeper.APPID), ""),
                actor.name(),
                rights.stream().map(OpenapiNames::right).toList(),
                sender.address(request).map(InetAddress::getHostAddress).orElse(""),
                OpenapiNames.time(now, actor.tenant().zone()),
                now.getEpochSecond()));
    }

    /** The same for clients that only know how to send a body. */
    @PostMapping("/openapi/app")
    @Operation(summary = "检查签名:返回当前应用(带请求体)")
    Envelope<Signed> post(Actor actor, HttpServletRequest request) {
        return get(actor, request);
    }
}
