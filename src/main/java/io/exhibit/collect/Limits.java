package io.exhibit.collect;

/**
 * How much one call may bring before it ends as a gap.
 *
 * @param pages of one call; a list that goes on behind it is taken for endless
 * @param bytes of all answers of one call
 */
public record Limits(int pages, long bytes) {

    /** Room for 2,000,000 findings at 100 a page. */
    public static Limits defaults() {
        return new Limits(20_000, 16L << 30);
    }
}
