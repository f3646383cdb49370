package io.exhibit.cli;

import io.exhibit.control.Problem;
import java.util.List;

/** Ends a command with an exit code and what a person needs to know: what, where, and what to do. */
final class Stop extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient List<Problem> problems;

    Stop(int code, String message) {
        super(message);
        this.code = code;
        this.problems = List.of();
    }

    Stop(int code, String message, List<Problem> problems) {
        super(message);
        this.code = code;
        this.problems = List.copyOf(problems);
    }

    int code() {
        return code;
    }

    List<Problem> problems() {
        return problems;
    }
}
