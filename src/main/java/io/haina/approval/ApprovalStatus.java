package io.haina.approval;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a request has come. */
public enum ApprovalStatus {
    PENDING,
    APPROVED,
    REJECTED;

    /** As it is stored. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of a stored key, or empty. */
    public static Optional<ApprovalStatus> of(String key) {
        return Arrays.stream(values())
                .filter(status -> status.key().equals(key))
                .findFirst();
    }
}
