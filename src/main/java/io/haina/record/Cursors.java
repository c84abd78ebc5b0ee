package io.haina.record;

import io.haina.access.Actor;
import io.haina.field.Field;
import io.haina.home.HainaHome;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Places in lists as texts that clients carry from one page to the next. They are sealed: nobody reads in them what a list does
 * not show, nobody makes one up, and each opens for the same person and the same list alone.
 */
@Component
public class Cursors {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LONGEST = 16_000;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    Cursors(HainaHome home) {
        this.key = new SecretKeySpec(home.secret("cursor-key", () -> random(KEY_BYTES)), "AES");
    }

    private byte[] random(int bytes) {
        byte[] made = new byte[bytes];
        random.nextBytes(made);
        return made;
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
        byte[] nonce = random(NONCE_BYTES);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, actor, list).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] all = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every Java", e);
        }
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
                ByteBuffer all = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
                if (all.remaining() > NONCE_BYTES) {
                    return place(by, open(actor, list, all));
                }
            }
        } catch (IllegalArgumentException | DateTimeException | AEADBadTagException e) {
            // told below
        }
        throw Refused.invalid("cursor", Rule.MALFORMED);
    }

    private String open(Actor actor, String list, ByteBuffer all) throws AEADBadTagException {
        byte[] nonce = new byte[NONCE_BYTES];
        all.get(nonce);
        byte[] sealed = new byte[all.remaining()];
        all.get(sealed);
        try {
            return new String(cipher(Cipher.DECRYPT_MODE, nonce, actor, list).doFinal(sealed), StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every Java", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, Actor actor, String list) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((actor.tenantId() + " " + actor.staffId() + " " + list).getBytes(StandardCharsets.UTF_8));
        return cipher;
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
