package io.exhibit.render.forms;

import java.util.ArrayList;
import java.util.List;

/** Reads a table by the letter of RFC 4180, where every cell is quoted and every line ends with CR LF; anything else is refused. */
public final class Rfc4180 {

    private Rfc4180() {}

    public static List<List<String>> parse(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            expect(text, i++, '"');
            StringBuilder cell = new StringBuilder();
            for (; text.charAt(i) != '"' || text.startsWith("\"\"", i); i++) {
                cell.append(text.charAt(i));
                i += text.charAt(i) == '"' ? 1 : 0;
            }
            i++;
            row.add(cell.toString());
            if (text.charAt(i) == ',') {
                i++;
            } else {
                expect(text, i++, '\r');
                expect(text, i++, '\n');
                rows.add(row);
                row = new ArrayList<>();
            }
        }
        return rows;
    }

    private static void expect(String text, int at, char wanted) {
        if (text.charAt(at) != wanted) {
            throw new AssertionError("at " + at + " stands " + text.charAt(at) + " and not " + wanted);
        }
    }
}
