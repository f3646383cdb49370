package io.exhibit.mapping;

import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers problems while files are read, so that a person sees all of them at once. A warning is about an entry that is
 * written well and does not count; nothing is refused for it.
 */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private int unread;

    /** A mistake without advice; {@code code} is stable, {@code message} a sentence. */
    public void add(String code, Position position, String message) {
        add(code, position, message, "");
    }

    /** A mistake; {@code code} is stable, {@code message} a sentence, {@code hint} what to do or "". */
    public void add(String code, Position position, String message, String hint) {
        found.add(new Problem(code, position, message, hint));
    }

    /** Something keeps a whole file from being read; what it would have named is unknown then. */
    void addUnread(Problem problem) {
        found.add(problem);
        unread++;
    }

    void warn(String code, Position position, String message, String hint) {
        warnings.add(new Problem(code, position, message, hint));
    }

    /** Whether no mistake was found; warnings are none. */
    public boolean none() {
        return found.isEmpty();
    }

    int count() {
        return found.size();
    }

    /** How many files could not be read so far. */
    int unread() {
        return unread;
    }

    /** Ordered by file, line and column. */
    public List<Problem> list() {
        return found.stream().sorted(Problem.BY_PLACE).toList();
    }

    /** Ordered by file, line and column. */
    List<Problem> warnings() {
        return warnings.stream().sorted(Problem.BY_PLACE).toList();
    }
}
