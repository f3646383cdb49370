package io.exhibit.render;

import io.exhibit.control.Problem;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A person's templates have mistakes, or give no pages: nothing was printed. */
public final class TemplatesRefused extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    TemplatesRefused(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** By file, line and column; at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
