package io.haina.record;

import io.haina.access.Actor;
import io.haina.field.Field;
import io.haina.home.HainaHome;
import io.haina.home.Seal;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Places in lists as texts that clients carry from one page to the next. They are sealed: nobody reads in them what a list does
 * not show, nobody makes one up, and each opens for the same person and the same list alone.
 */
@Component
public class Cursors {

    private static final int LONGEST = 16_000;

    private final Seal seal;

    Cursors(HainaHome home) {
        this.seal = new Seal(home, "cursor-key");
    }

    /**
     * A place as a text.
     *
     * @param list all that makes the list another one: its kind, order and narrowing
     */
    public String write(Actor actor, String list, Place place) {
        Object value = place.value();
        String text = place.id() + " " + ChronoUnit.MICROS.between(Instant.EPOCH, place.updatedAt())
                + (value == null ? "" : " " + value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(seal.seal(text, use(actor, list)));
    }

    /**
     * The place that a text tells.
     *
     * @param by the field that the list is ordered by; null for the last change
     * @throws Refused if the text is none that was written for the actor and the list
     */
    public Place read(Actor actor, String list, @Nullable Field by, String cursor) {
        try {
            if (cursor.length() <= LONGEST) {
                return place(
                        by,
                        seal.open(Base64.getUrlDecoder().decode(cursor), use(actor, list))
                                .orElseThrow(IllegalArgumentException::new));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // told below
        }
        throw Refused.invalid("cursor", Rule.MALFORMED);
    }

    private static String use(Actor actor, String list) {
        return actor.tenantId() + " " + actor.staffId() + " " + list;
    }

    private static Place place(@Nullable Field by, String text) {
        List<String> parts = List.of(text.split(" ", 3));
        Instant updated = Instant.EPOCH.plus(Long.parseLong(parts.get(1)), ChronoUnit.MICROS);
        Object value = by == null || parts.size() < 3 ? null : value(by, parts.get(2));
        return new Place(value, updated, Long.parseLong(parts.getFirst()));
    }

    private static Object value(Field by, String text) {
        return switch (by.type().shape()) {
            case TEXT -> text;
            case WHOLE -> Long.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case DATE -> LocalDate.parse(text);
            case INSTANT -> Instant.parse(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case UUID -> UUID.fromString(text);
            case LIST -> throw new IllegalArgumentException("nothing is ordered by a list");
        };
    }
}
