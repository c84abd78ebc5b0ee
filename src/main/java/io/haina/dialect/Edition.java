package io.haina.dialect;

import io.haina.kind.Unchanged;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * The version of something that a request is meant for, if it says one ({@code If-Match}), and how versions are told
 * ({@code ETag}). What has no version of its own has that of its representation: another one whenever it shows otherwise.
 */
public final class Edition {

    private final Unchanged unchanged;
    private final JsonMapper json;
    private final @Nullable Set<String> wanted;

    Edition(Unchanged unchanged, JsonMapper json, @Nullable Set<String> wanted) {
        this.unchanged = unchanged;
        this.json = json;
        this.wanted = wanted;
    }

    /** The versions that the request is meant for; null for whatever there is. */
    public @Nullable Set<String> wanted() {
        return wanted;
    }

    /** An answer with its version. */
    public <T> ResponseEntity<T> shown(T body) {
        return ResponseEntity.ok().eTag('"' + version(body) + '"').body(body);
    }

    /**
     * Changes what is still as the request says, and answers it as it is then.
     *
     * @param hold as of {@link Unchanged#change}
     * @throws io.haina.problem.Refused with {@link io.haina.problem.Problem.ChangedMeanwhile} if it is not
     */
    public <T> ResponseEntity<T> change(Runnable hold, Supplier<T> shown, Runnable change) {
        unchanged.change(wanted, hold, () -> version(shown.get()), change);
        return shown(shown.get());
    }

    /** Deletes what is still as the request says. @throws io.haina.problem.Refused as {@link #change} */
    public ResponseEntity<Void> delete(Runnable hold, Supplier<?> shown, Runnable deletion) {
        unchanged.change(wanted, hold, () -> version(shown.get()), deletion);
        return ResponseEntity.noContent().build();
    }

    private String version(@Nullable Object body) {
        try {
            byte[] text = json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
