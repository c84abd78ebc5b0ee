package io.haina.app;

import io.haina.home.HainaHome;
import io.haina.home.Seal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keeps secrets that must be readable again, because a signature is checked with the secret itself. Who reads the database
 * alone learns none of them.
 */
@Component
final class SecretBox {

    private final Seal seal;

    SecretBox(HainaHome home) {
        this.seal = new Seal(home, "app-key");
    }

    byte[] random(int bytes) {
        return seal.random(bytes);
    }

    /**
     * @param holder whose secret it is; sealed for one, it opens for no other
     */
    byte[] seal(String secret, UUID holder) {
        return seal.seal(secret, holder.toString());
    }

    /** The secret; empty if it was sealed with another key or for somebody else. */
    Optional<String> open(byte[] sealed, UUID holder) {
        return seal.open(sealed, holder.toString());
    }
}
