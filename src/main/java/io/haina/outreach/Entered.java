package io.haina.outreach;

import io.haina.problem.Problem;

/** What became of one record that was sent. */
public sealed interface Entered {

    /** It is there now. */
    record Made(OutreachRecord made) implements Entered {}

    /** It was there: sent before, or earlier in the same batch. What else was said of it changes nothing. */
    record Known(OutreachRecord first) implements Entered {}

    /** It was not taken. */
    record Declined(Problem problem) implements Entered {}
}
