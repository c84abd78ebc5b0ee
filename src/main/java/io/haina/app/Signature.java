package io.haina.app;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How an app signs: Base64 of HMAC-SHA256 under its secret, over a message that the version decides. */
public final class Signature {

    private static final String HMAC = "HmacSHA256";

    private Signature() {}

    /** Version 1 signs who and when, one text behind the other, and nothing of the request. */
    public static String version1(String secret, String appid, String timestamp, String nonce) {
        return of(secret, appid + timestamp + nonce);
    }

    /**
     * Version 2 signs the request too.
     *
     * @param target the path as it is sent, and where there is a query, a question mark and the query as it is sent
     * @param body none is an empty one
     */
    public static String version2(
            String secret, String method, String target, String timestamp, String nonce, byte[] body) {
        return of(secret, String.join("\n", method, target, timestamp, nonce, hash(body)));
    }

    private static String of(String secret, String message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", e);
        }
    }

    /** Whether two signatures are the same text, in a time that tells nothing about where they differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 in small hexadecimal digits. */
    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
