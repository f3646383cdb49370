package io.exhibit.run.book;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A draft that became the book.
 *
 * @param number 1 for the first one
 * @param approver who approved it, or "" where nobody had to
 * @param why in a sentence
 * @param edits by name of the file
 * @param left files that somebody changed on the disk while the publication was broken off, and that were left as they are
 */
public record Published(
        int number,
        String draft,
        String author,
        String approver,
        String why,
        Instant at,
        SortedMap<String, Edit> edits,
        List<String> left) {

    public Published {
        edits = new TreeMap<>(edits);
        left = List.copyOf(left);
    }

    Published leaving(List<String> files) {
        return new Published(number, draft, author, approver, why, at, edits, files);
    }
}
