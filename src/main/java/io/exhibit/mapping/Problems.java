package io.exhibit.mapping;

import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers problems while files are read, so that a person sees all of them at once. */
public final class Problems {

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
                    (Problem p) -> p.position().file())
            .thenComparingInt(p -> p.position().line())
            .thenComparingInt(p -> p.position().column());

    private final List<Problem> found = new ArrayList<>();

    public void add(String code, Position position, String message) {
        add(code, position, message, "");
    }

    public void add(String code, Position position, String message, String hint) {
        found.add(new Problem(code, position, message, hint));
    }

    public boolean none() {
        return found.isEmpty();
    }

    /** Ordered by file, line and column. */
    public List<Problem> list() {
        return found.stream().sorted(BY_PLACE).toList();
    }
}
