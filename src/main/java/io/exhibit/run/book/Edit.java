package io.exhibit.run.book;

/**
 * One file that was changed.
 *
 * @param before its text when the change began; "" for a file that was not there
 * @param after its text now
 */
public record Edit(String before, String after) {

    boolean changes() {
        return !before.equals(after);
    }

    /** The way back. */
    Edit reversed() {
        return new Edit(after, before);
    }
}
