package io.exhibit.assessment;

/**
 * Accounts and regions that stand among the items of a test beside its things: one in which nothing was found conforms because
 * it was read, and one that was not read cannot be judged. They are no part of a rate, and are never added to what was found.
 *
 * @param read known, whether or not something was found there
 * @param unread of which nothing is known
 */
public record Places(long read, long unread) {

    public static final Places NONE = new Places(0, 0);

    /** Accounts with their region, whether they were read or not. */
    public long all() {
        return read + unread;
    }
}
