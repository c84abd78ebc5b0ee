package io.haina.database.embedded;

/**
 * The embedded database cannot start for a reason that an operator can act on. The message is one sentence that says
 * what is wrong, {@link #action()} one that says what to do; both are shown without a stack trace.
 */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    StartFailure(String message, String action) {
        super(message);
        this.action = action;
    }

    public String action() {
        return action;
    }
}
