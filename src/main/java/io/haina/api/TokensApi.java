package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiWire.Items;
import io.haina.api.TokensWire.Shown;
import io.haina.api.TokensWire.Written;
import io.haina.idempotency.Idempotency.Codec;
import io.haina.idempotency.Once;
import io.haina.staff.AccessTokens;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The actor's own tokens for programs. */
@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "tokens", description = "One's own tokens for programs")
class TokensApi {

    private static final Codec<Shown> ISSUED = JsonNames.answers(Shown.class);

    private final AccessTokens tokens;

    TokensApi(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    @Operation(summary = "One's own tokens, the newest first")
    Items<Shown> list(Actor actor) {
        return new Items<>(
                tokens.list(actor).stream().map(token -> Shown.of(token, null)).toList());
    }

    @PostMapping
    @Operation(summary = "Make a token; its secret is shown this once")
    @ApiResponse(responseCode = "201")
    ResponseEntity<Shown> make(Actor actor, @RequestBody Written written, Once once) {
        Shown made = once.secret(written, ISSUED, () -> made(actor, written));
        return ResponseEntity.created(URI.create("/api/v1/tokens/" + made.id())).body(made);
    }

    private Shown made(Actor actor, Written written) {
        AccessTokens.Issued issued = tokens.make(
                actor, written.name(), written.chosen(), ApiNames.instant(actor, "expiresAt", written.expiresAt()));
        return Shown.of(issued.token(), issued.secret());
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "End a token")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> end(Actor actor, @PathVariable long id) {
        tokens.end(actor, id);
        return ResponseEntity.noContent().build();
    }
}
