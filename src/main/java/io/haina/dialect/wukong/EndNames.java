package io.haina.dialect.wukong;

import io.haina.opportunity.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How document 002 numbers the ends of opportunities: 0 open, 1 won, 2 lost, 3 invalid. */
final class EndNames {

    static final String OPEN = "0";

    private EndNames() {}

    /** The number of how an opportunity ended; that of an open one where it has not. */
    static int number(@Nullable Outcome outcome) {
        return switch (outcome) {
            case null -> 0;
            case WON -> 1;
            case LOST -> 2;
            case INVALID -> 3;
        };
    }

    /** The end that a number means; empty for that of an open one, and for what is none. */
    static Optional<Outcome> of(String number) {
        return switch (number) {
            case "1" -> Optional.of(Outcome.WON);
            case "2" -> Optional.of(Outcome.LOST);
            case "3" -> Optional.of(Outcome.INVALID);
            default -> Optional.empty();
        };
    }

    /** Whether it is one of these numbers. */
    static boolean isOne(String number) {
        return number.equals(OPEN) || of(number).isPresent();
    }
}
