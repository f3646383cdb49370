package io.exhibit.mapping;

import io.exhibit.control.Position;
import java.util.ArrayList;
import java.util.List;

/** Takes a scalar of several lines out of the file as it was written, so that line and column of an expression can be told. */
final class Written {

    private Written() {}

    /** From one code point to another; the end may lie behind white space. */
    static String between(String source, int from, int to) {
        int begin = source.offsetByCodePoints(0, from);
        return source.substring(begin, source.offsetByCodePoints(begin, to - from))
                .stripTrailing();
    }

    /**
     * A block scalar: its lines begin below the indicator and end where the indentation does.
     *
     * @param lines of the whole file
     */
    static Node.Scalar block(List<String> lines, String text, Position indicator) {
        int first = indicator.line();
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        if (first == lines.size() || text.isBlank()) {
            return new Node.Scalar(text, indicator, text, indicator);
        }
        int indent = indent(lines.get(first));
        List<String> taken = new ArrayList<>(List.of(lines.get(first).substring(indent)));
        for (int i = first + 1; i < lines.size() && (lines.get(i).isBlank() || indent(lines.get(i)) >= indent); i++) {
            taken.add(lines.get(i));
        }
        String written = String.join("\n", taken).stripTrailing();
        return new Node.Scalar(text, indicator, written, new Position(indicator.file(), first + 1, indent + 1));
    }

    /** The place of a character, by its offset from where a written text begins. */
    static Position at(Position begins, String written, int offset) {
        int line = begins.line()
                + (int) written.substring(0, offset)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        int newline = written.lastIndexOf('\n', offset - 1);
        int column = newline < 0 ? begins.column() + offset : offset - newline;
        return new Position(begins.file(), line, column);
    }

    private static int indent(String line) {
        int spaces = 0;
        while (spaces < line.length() && line.charAt(spaces) == ' ') {
            spaces++;
        }
        return spaces;
    }
}
