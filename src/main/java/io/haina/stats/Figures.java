package io.haina.stats;

/**
 * How many customers are held, by how the business goes.
 *
 * @param total all of them: following, won and lost
 */
public record Figures(long total, long following, long won, long lost) {

    /** The figures of three counts. */
    public static Figures of(long following, long won, long lost) {
        return new Figures(following + won + lost, following, won, lost);
    }

    Figures plus(Figures other) {
        return of(following + other.following, won + other.won, lost + other.lost);
    }
}
