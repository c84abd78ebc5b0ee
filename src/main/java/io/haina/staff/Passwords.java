package io.haina.staff;

import io.haina.field.Texts;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords and compares them, each in its turn, because a hash takes a core for long.
 */
@Component
class Passwords {

    static final int MINIMUM_LENGTH = 6;
    /** bcrypt reads no further. */
    static final int MAXIMUM_BYTES = 72;

    /** Not empty: nothing is hashed for an empty one. */
    private static final String NOBODYS_PASSWORD = "nobody";

    private static final String NOBODYS_SALT_AND_HASH = "N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

    private final BCryptPasswordEncoder encoder;
    private final String nobodysHash;
    private final Turns turns;

    /** @param cost the logarithm of the rounds; each step doubles the time */
    Passwords(@Value("${haina.password-cost:10}") int cost, Turns turns) {
        this.turns = turns;
        this.encoder = new BCryptPasswordEncoder(cost);
        this.nobodysHash = "$2a$%02d$%s".formatted(cost, NOBODYS_SALT_AND_HASH);
    }

    /**
     * Checks what is to become a password.
     *
     * @throws Refused if it is missing, too short, too long, or no text
     */
    static String checkNew(String field, @Nullable String password) {
        if (password == null || password.isEmpty()) {
            throw Refused.invalid(field, Rule.REQUIRED);
        }
        if (password.codePointCount(0, password.length()) < MINIMUM_LENGTH) {
            throw new Refused(new Problem.Invalid(field, Rule.TOO_SHORT, MINIMUM_LENGTH));
        }
        if (tooLong(password)) {
            throw new Refused(new Problem.Invalid(field, Rule.TOO_LONG, MAXIMUM_BYTES));
        }
        return Texts.checked(field, password, 0);
    }

    /**
     * The hash to be stored.
     *
     * @param asker whose turn it takes
     * @throws Refused if that does not come
     */
    String hash(Object asker, String password) {
        return turns.take(asker, () -> Objects.requireNonNull(encoder.encode(password)));
    }

    /**
     * Whether a password is the one of a hash; takes the same time where there is no hash to compare with.
     *
     * @param asker whose turn it takes
     * @throws Refused if that does not come; then nothing was compared
     */
    boolean matches(Object asker, String password, @Nullable String hash) {
        boolean possible = hash != null && !tooLong(password) && password.indexOf('\0') < 0;
        boolean equal = turns.take(
                asker, () -> encoder.matches(possible ? password : NOBODYS_PASSWORD, possible ? hash : nobodysHash));
        return possible && equal;
    }

    private static boolean tooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MAXIMUM_BYTES;
    }
}
