package io.exhibit.sandbox.book;

import java.util.List;
import java.util.Map;

/** Writes lists and maps of text as YAML; every value that could be read as something else is quoted. */
final class Yaml {
    private Yaml() {}

    /** A list of entries, each with its members in order. */
    static String list(List<Map<String, String>> entries) {
        StringBuilder text = new StringBuilder();
        for (Map<String, String> entry : entries) {
            String lead = "- ";
            for (Map.Entry<String, String> member : entry.entrySet()) {
                text.append(lead).append(member.getKey()).append(": ").append(quoted(member.getValue()));
                text.append('\n');
                lead = "  ";
            }
        }
        return entries.isEmpty() ? "[]\n" : text.toString();
    }

    static String quoted(String value) {
        boolean plain = value.matches("[A-Za-z][A-Za-z0-9 ._/-]*[A-Za-z0-9]|\\d{4}-\\d\\d-\\d\\d");
        return plain ? value : "'" + value.replace("'", "''") + "'";
    }

    static String indented(String text) {
        return text.lines().map(line -> "  " + line + "\n").reduce("", String::concat);
    }
}
