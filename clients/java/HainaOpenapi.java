import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A client for document 004, the signed customer API. Needs Java 17 or newer and nothing else; bodies and answers are JSON
 * text, for whichever library reads it. Put it into a package of your own, or send a request by hand:
 *
 * <pre>
 * export HAINA_BASE=http://localhost:3000 HAINA_APPID=1090 HAINA_SECRET=...
 * java HainaOpenapi.java GET /openapi/app
 * java HainaOpenapi.java POST /openapi/crm/add '{"customerName":"test"}'
 * </pre>
 */
public final class HainaOpenapi {

    private static final String HMAC = "HmacSHA256";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final SecureRandom random = new SecureRandom();
    private final String base;
    private final String appid;
    private final String secret;
    private final int version;

    /** @param version 2, or 1 for a server that only knows the document */
    public HainaOpenapi(String base, String appid, String secret, int version) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        this.appid = appid;
        this.secret = secret;
        this.version = version;
    }

    /**
     * What the server answered.
     *
     * @param body {@code {success, message, code, data, traceId}}
     * @param retryAfter seconds to wait where the code is 429, else 0
     */
    public record Answer(int status, String body, long retryAfter) {}

    /** The signature of version 1: of who and when. */
    public static String sign(String secret, String appid, String timestamp, String nonce) {
        return hmac(secret, appid + timestamp + nonce);
    }

    /** The signature of version 2: of the request too. @param target path and query as they are sent */
    public static String signRequest(
            String secret, String method, String target, String timestamp, String nonce, byte[] body) {
        try {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body));
            return hmac(secret, String.join("\n", method, target, timestamp, nonce, hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hmac(String secret, String message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a request. @param json the body, or null for none */
    public Answer send(String method, String target, String json) throws IOException, InterruptedException {
        byte[] body = json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8);
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        String nonce = HexFormat.of().formatHex(bits);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + target))
                .timeout(Duration.ofSeconds(30))
                .header("appid", appid)
                .header("timestamp", timestamp)
                .header("nonce", nonce);
        if (version == 2) {
            request.header("signature-version", "2")
                    .header("signature", signRequest(secret, method, target, timestamp, nonce, body));
        } else {
            request.header("signature", sign(secret, appid, timestamp, nonce));
        }
        if (json == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(),
                answer.body(),
                answer.headers().firstValueAsLong("Retry-After").orElse(0));
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 2) {
            System.err.println("usage: java HainaOpenapi.java METHOD PATH [JSON]");
            System.exit(2);
        }
        int version = Integer.parseInt(System.getenv().getOrDefault("HAINA_SIGNATURE_VERSION", "2"));
        HainaOpenapi client = new HainaOpenapi(
                System.getenv("HAINA_BASE"), System.getenv("HAINA_APPID"), System.getenv("HAINA_SECRET"), version);
        Answer answer = client.send(arguments[0], arguments[1], arguments.length > 2 ? arguments[2] : null);
        System.out.println(answer.body());
        System.exit(answer.body().startsWith("{\"success\":true") ? 0 : 1);
    }
}
