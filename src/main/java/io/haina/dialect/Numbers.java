package io.haina.dialect;

import java.util.List;

/**
 * Ids and the like, in whichever form a client lists them: {@code [1,2]} as JSON, as the text {@code "[1,2]"},
 * {@code "1,2"} or {@code ",1,2,"}, repeated, or one alone. Each is there once, in the order in which they came.
 */
public record Numbers(List<Long> values) {

    /** Nothing listed. */
    public static final Numbers NONE = new Numbers(List.of());
}
