package io.haina.download;

import io.haina.home.HainaHome;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Links that open by themselves for a while: whoever has one needs no credential, because a browser that follows it sends
 * none. The signature is an HMAC over the path and every parameter, by a key of this home.
 */
@Component
public final class SignedLinks {

    private static final String EXPIRES = "expires";
    private static final String SIGNATURE = "signature";
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private final SecretKeySpec key;
    private final Clock clock;

    SignedLinks(HainaHome home, Clock clock) {
        this.key = new SecretKeySpec(home.password("link-key").getBytes(StandardCharsets.US_ASCII), ALGORITHM);
        this.clock = clock;
    }

    /** What follows a path in a link to it, from the question mark on. */
    public String query(String path, Duration validity) {
        String expires = Long.toString(clock.instant().plus(validity).getEpochSecond());
        String signature = HexFormat.of().formatHex(sign(path, Map.of(EXPIRES, List.of(expires))));
        return "?" + EXPIRES + "=" + expires + "&" + SIGNATURE + "=" + signature;
    }

    /**
     * Lets a request pass that came by a link of ours. The signature is looked at first, so that nobody learns from an answer
     * when a link would have expired.
     *
     * @param path as it was asked for
     * @param parameters all that came, each with all its values
     * @throws Refused with {@link Problem.LinkRefused}
     */
    public void check(String path, Map<String, List<String>> parameters) {
        Map<String, List<String>> signed = new TreeMap<>(parameters);
        List<String> signature = signed.remove(SIGNATURE);
        List<String> expires = signed.get(EXPIRES);
        byte[] wanted = sign(path, signed);
        byte[] sent = signature == null || signature.size() != 1 ? new byte[0] : bytes(signature.getFirst());
        if (!MessageDigest.isEqual(wanted, sent)
                || expires == null
                || expires.size() != 1
                || !SECONDS.matcher(expires.getFirst()).matches()) {
            throw new Refused(new Problem.LinkRefused(false));
        }
        if (!Instant.ofEpochSecond(Long.parseLong(expires.getFirst())).isAfter(clock.instant())) {
            throw new Refused(new Problem.LinkRefused(true));
        }
    }

    private static byte[] bytes(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** Each part with its length before it, so that no two requests are one text. */
    private byte[] sign(String path, Map<String, List<String>> parameters) {
        StringBuilder text = new StringBuilder();
        append(text, path);
        new TreeMap<>(parameters)
                .forEach((name, values) -> values.forEach(value -> {
                    append(text, name);
                    append(text, value);
                }));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("HMAC with SHA-256 is part of every Java", e);
        }
    }

    private static void append(StringBuilder text, String part) {
        text.append(part.length()).append(':').append(part).append('\n');
    }
}
