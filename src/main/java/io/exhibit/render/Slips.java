package io.exhibit.render;

import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.util.ArrayList;
import java.util.List;

/** Gathers the problems of one file, each at its line and column. */
final class Slips {

    private final String file;
    private final String text;
    private final List<Problem> problems = new ArrayList<>();

    Slips(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** @param at characters from the beginning of the file */
    void add(String code, int at, String message, String hint) {
        int end = Math.min(at, text.length());
        int line = 1;
        int start = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) {
            line++;
            start = i + 1;
        }
        problems.add(new Problem(code, new Position(file, line, end - start + 1), message, hint));
    }

    List<Problem> list() {
        return problems;
    }
}
