package io.haina.home;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals texts that are kept, or carried about, where others may read them: AES-256-GCM under a key of this home. What is
 * sealed opens for what it was sealed for, and for nothing else.
 */
public final class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String MARK = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    /**
     * Seals with a key of the home.
     *
     * @param name the key's, which is made where the home has none
     */
    public Seal(HainaHome home, String name) {
        this.key = new SecretKeySpec(home.secret(name, () -> random(KEY_BYTES)), "AES");
    }

    /** So many bytes that nobody guesses. */
    public byte[] random(int bytes) {
        byte[] made = new byte[bytes];
        random.nextBytes(made);
        return made;
    }

    /**
     * Seals a text.
     *
     * @param use what it is sealed for
     */
    public byte[] seal(String text, String use) {
        byte[] nonce = random(NONCE_BYTES);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, use, text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** The text; empty if it was sealed with another key or for something else. */
    public Optional<String> open(byte[] sealed, String use) {
        if (sealed.length < NONCE_BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return run(Cipher.DECRYPT_MODE, nonce, use, rest).map(text -> new String(text, StandardCharsets.UTF_8));
    }

    /** The mark of a text, always the same: who lacks the key cannot tell from it what the text may be. */
    public byte[] mark(String text) {
        try {
            Mac mac = Mac.getInstance(MARK);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(MARK + " is part of every Java", e);
        }
    }

    private Optional<byte[]> run(int mode, byte[] nonce, String use, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(use.getBytes(StandardCharsets.UTF_8));
            return Optional.of(cipher.doFinal(content));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every Java", e);
        }
    }
}
