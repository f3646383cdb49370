package io.exhibit.cli.terminal;

import io.exhibit.control.Problem;
import java.util.List;

/** Ends a command with an exit code and what a person needs to know: what, where, and what to do. */
public final class Stop extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient List<Problem> problems;

    public Stop(int code, String message) {
        super(message);
        this.code = code;
        this.problems = List.of();
    }

    public Stop(int code, String message, List<Problem> problems) {
        super(message);
        this.code = code;
        this.problems = List.copyOf(problems);
    }

    public int code() {
        return code;
    }

    public List<Problem> problems() {
        return problems;
    }
}
