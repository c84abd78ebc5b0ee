package io.haina.app;

import io.haina.home.HainaHome;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals secrets that must be readable again, because a signature is checked with the secret itself: AES-256-GCM under a key
 * of this home. Who reads the database alone learns none of them.
 */
@Component
final class SecretBox {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    SecretBox(HainaHome home) {
        this.key = new SecretKeySpec(home.secret("app-key", () -> random(KEY_BYTES)), "AES");
    }

    byte[] random(int bytes) {
        byte[] made = new byte[bytes];
        random.nextBytes(made);
        return made;
    }

    /**
     * @param holder whose secret it is; sealed for one, it opens for no other
     */
    byte[] seal(String secret, UUID holder) {
        byte[] nonce = random(NONCE_BYTES);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, holder, secret.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** The secret; empty if it was sealed with another key or for somebody else. */
    Optional<String> open(byte[] sealed, UUID holder) {
        if (sealed.length < NONCE_BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return run(Cipher.DECRYPT_MODE, nonce, holder, rest).map(secret -> new String(secret, StandardCharsets.UTF_8));
    }

    private Optional<byte[]> run(int mode, byte[] nonce, UUID holder, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(holder.toString().getBytes(StandardCharsets.UTF_8));
            return Optional.of(cipher.doFinal(content));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every Java", e);
        }
    }
}
