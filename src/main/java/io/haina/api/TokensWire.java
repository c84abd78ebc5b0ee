package io.haina.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.haina.staff.AccessToken;
import io.haina.tenant.TokenScope;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The chapter on the tokens that people make for programs. */
sealed interface TokensWire extends AdminWire {

    /**
     * A token as it is wanted.
     *
     * @param expiresAt an instant, or a day, which is its first moment in the company's zone; absent for never
     */
    @Schema(name = "TokenDraft")
    record Written(
            @Nullable String name,

            @Schema(allowableValues = {"read", "write", "admin"}) @Nullable
            List<@Nullable String> scopes,

            @Nullable String expiresAt)
            implements TokensWire {

        Set<TokenScope> chosen() {
            Set<TokenScope> chosen = EnumSet.noneOf(TokenScope.class);
            ApiNames.required("scopes", scopes)
                    .forEach(word -> chosen.add(ApiNames.choice("scopes", word, TokenScope.values())));
            return chosen;
        }
    }

    /**
     * A token.
     *
     * @param lastUsedAt to the minute
     * @param secret shown when it is made, and never again
     */
    @Schema(name = "Token")
    record Shown(
            long id,
            String name,
            List<String> scopes,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @JsonInclude(Include.NON_NULL) @Nullable String secret)
            implements TokensWire {

        static Shown of(AccessToken token, @Nullable String secret) {
            return new Shown(
                    token.id(),
                    token.name(),
                    ApiNames.words(token.scopes()),
                    token.createdAt(),
                    token.expiresAt(),
                    token.lastUsedAt(),
                    secret);
        }

        /** A secret never stands in a log. */
        @Override
        public String toString() {
            return "Shown[" + id + "]";
        }
    }
}
