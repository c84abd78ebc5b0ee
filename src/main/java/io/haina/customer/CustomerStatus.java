package io.haina.customer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far the business with a customer has come. */
public enum CustomerStatus {
    FOLLOWING("跟进中"),
    WON("已成交"),
    LOST("已流失");

    private final String label;

    CustomerStatus(String label) {
        this.label = label;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** The value under which it is stored. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of a stored value. */
    public static Optional<CustomerStatus> of(String key) {
        return Arrays.stream(values())
                .filter(status -> status.key().equals(key))
                .findFirst();
    }
}
