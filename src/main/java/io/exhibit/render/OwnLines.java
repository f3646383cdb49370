package io.exhibit.render;

import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small file of a person: lines {@code name: value}, and remarks behind {@code #} at the beginning of a line. */
final class OwnLines {

    private static final Pattern LINE = Pattern.compile("([A-Za-z][A-Za-z0-9-]*)(\\s*:\\s*)(.*\\S)\\s*");
    private static final int MOST = 200;

    private final String file;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Position> names = new LinkedHashMap<>();
    private final Map<String, Position> places = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    OwnLines(String file, String text) {
        this.file = file;
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank() && !lines[i].startsWith("#")) {
                line(i + 1, lines[i]);
            }
        }
        if (values.size() > MOST) {
            add("own-line", new Position(file, 1, 1), "The file has more than " + MOST + " lines.", "");
        }
    }

    private void line(int number, String text) {
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            add(
                    "own-line",
                    new Position(file, number, 1),
                    "A line is a name, a colon and a value.",
                    "Such as ink: #14263f.");
            return;
        }
        names.put(line.group(1), new Position(file, number, 1));
        places.put(line.group(1), new Position(file, number, line.start(3) + 1));
        if (values.put(line.group(1), line.group(3)) != null) {
            add("own-line", new Position(file, number, 1), line.group(1) + " stands there twice.", "Leave one.");
        }
    }

    /** In the order of the file. */
    Map<String, String> values() {
        return values;
    }

    Position name(String name) {
        return names.get(name);
    }

    Position value(String name) {
        return places.get(name);
    }

    void add(String code, Position at, String message, String hint) {
        problems.add(new Problem(code, at, message, hint));
    }

    List<Problem> problems() {
        return problems;
    }
}
