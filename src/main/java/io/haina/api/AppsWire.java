package io.haina.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.haina.app.App;
import io.haina.app.AppDraft;
import io.haina.app.IssuedSecret;
import io.haina.app.Network;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chapter on apps. */
sealed interface AppsWire extends ApiWire {

    /**
     * How often an app may ask.
     *
     * @param burst requests at once after a pause
     * @param perSecond requests a second from then on
     */
    @Schema(name = "AppRate")
    record Rate(@Nullable Integer burst, @Nullable Integer perSecond) implements AppsWire {}

    /**
     * What is written of an app; what is absent or null is as usual, or stays as it is.
     *
     * @param rights some of read, add, change, delete, fields
     * @param networks addresses and ranges of them; none means everywhere
     * @param replay nonce, or per-request
     */
    @Schema(name = "AppDraft")
    record Written(
            @Nullable String name,
            @Nullable List<@Nullable String> rights,
            @Nullable List<@Nullable String> networks,
            @Nullable Rate rate,
            @Nullable String replay,
            @Nullable Boolean disabled)
            implements AppsWire {

        AppDraft draft() {
            return new AppDraft(
                    name,
                    ApiNames.rights(rights),
                    ApiNames.networks(networks),
                    rate == null ? null : rate.burst(),
                    rate == null ? null : rate.perSecond(),
                    ApiNames.replay(replay),
                    disabled);
        }
    }

    /**
     * How an app's secret is replaced.
     *
     * @param overlap how long the former one holds too; 24 hours where absent
     */
    @Schema(name = "SecretRotation")
    record Rotation(@Nullable String overlap) implements AppsWire {}

    /**
     * An app.
     *
     * @param accountId the company's number
     * @param secret shown when it is made, and never again
     * @param formerSecretUntil until when the secret before it holds too
     */
    @Schema(name = "App")
    record Shown(
            String appid,
            String accountId,
            String name,
            List<String> rights,
            List<String> networks,
            Rate rate,
            String replay,
            boolean disabled,
            Instant createdAt,
            Instant updatedAt,
            @JsonInclude(Include.NON_NULL) @Nullable String secret,
            @JsonInclude(Include.NON_NULL) @Nullable Instant formerSecretUntil)
            implements AppsWire {

        static Shown of(long tenantId, App app) {
            return of(tenantId, app, null, null);
        }

        static Shown of(long tenantId, IssuedSecret issued) {
            return of(tenantId, issued.app(), issued.secret(), issued.formerUntil());
        }

        private static Shown of(long tenantId, App app, @Nullable String secret, @Nullable Instant formerUntil) {
            return new Shown(
                    Long.toString(app.appid()),
                    Long.toString(tenantId),
                    app.name(),
                    ApiNames.words(app.rights()),
                    app.networks().stream().map(Network::toString).toList(),
                    new Rate(app.burst(), app.perSecond()),
                    ApiNames.word(app.replay()),
                    app.disabledAt() != null,
                    app.createdAt(),
                    app.updatedAt(),
                    secret,
                    formerUntil);
        }

        /** A secret never stands in a log. */
        @Override
        public String toString() {
            return "Shown[" + appid + "]";
        }
    }
}
