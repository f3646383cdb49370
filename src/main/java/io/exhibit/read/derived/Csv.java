package io.exhibit.read.derived;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values, RFC 4180: quoted fields may hold commas, line ends and doubled quotes. */
final class Csv {

    private final String text;
    private int at;

    private Csv(String text) {
        this.text = text;
    }

    /** The rows, the header included; empty lines are none. */
    static List<List<String>> rows(String text) {
        Csv csv = new Csv(text);
        List<List<String>> rows = new ArrayList<>();
        while (csv.at < text.length()) {
            List<String> row = csv.row();
            if (row.size() > 1 || !row.get(0).isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private List<String> row() {
        List<String> fields = new ArrayList<>();
        do {
            fields.add(field());
        } while (skip(','));
        skip('\r');
        skip('\n');
        return fields;
    }

    private String field() {
        if (!skip('"')) {
            int from = at;
            while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(from, at);
        }
        StringBuilder field = new StringBuilder();
        while (at < text.length()) {
            if (skip('"')) {
                if (!skip('"')) {
                    break;
                }
                field.append('"');
            } else {
                field.append(text.charAt(at++));
            }
        }
        return field.toString();
    }

    private boolean skip(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }
}
