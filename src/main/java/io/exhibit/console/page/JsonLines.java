package io.exhibit.console.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows of texts as JSON, with every character that could mean something to a page written as its number. */
public final class JsonLines {

    private JsonLines() {}

    /** One object a line; values are texts, or null. */
    public static String of(List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> row.entrySet().stream()
                        .map(each -> quoted(each.getKey()) + ":" + quoted(String.valueOf(each.getValue())))
                        .collect(Collectors.joining(",", "{", "}")))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c >= ' ' && c < 127 && "\"\\<>&'".indexOf(c) < 0) {
                json.append((char) c);
            } else {
                json.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return json.append('"').toString();
    }
}
