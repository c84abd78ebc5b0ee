package io.haina.dialect.openapi;

import io.haina.access.Actor;
import io.haina.filter.Operator;
import io.haina.tenant.AppRight;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of document 004 for what the core calls otherwise, and its form of times. */
final class OpenapiNames {

    static final String DIALECT = "openapi";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private OpenapiNames() {}

    /** The document's name of a core field. */
    static String field(String name) {
        return CrmNames.key(name);
    }

    /** The document's word for how a condition compares, of the core's operator or of a word that is none. */
    static String operator(Object named) {
        return Operator.of(named.toString()).map(CrmNames::word).orElse(named.toString());
    }

    /** The company, as a text of digits. */
    static String account(Actor actor) {
        return Long.toString(actor.tenantId());
    }

    static String right(AppRight right) {
        return right.name().toLowerCase(Locale.ROOT);
    }

    static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    static @Nullable String timeOrNull(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : time(instant, zone);
    }
}
