package io.exhibit.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table that a spreadsheet wrote, read and changed row by row: whatever is not changed, quotation marks and line ends included, stays byte for byte. Rows in which
 * nothing stands do not count, as for {@link CsvReader}.
 */
public final class CsvEdit {

    private final String text;
    private final char separator;
    private final List<Row> rows = new ArrayList<>();

    /** A cell from its first character to behind its last one. */
    private record Cell(int from, int to, String value) {}

    /** @param to behind its line end */
    private record Row(int from, int to, List<Cell> cells) {

        boolean isEmpty() {
            return cells.stream().allMatch(cell -> cell.value().isEmpty());
        }
    }

    private CsvEdit(String text) {
        this.text = text;
        int comma = text.indexOf(',');
        int semicolon = text.indexOf(';');
        this.separator = semicolon >= 0 && (comma < 0 || semicolon < comma) ? ';' : ',';
        int at = text.startsWith("\ufeff") ? 1 : 0;
        while (at < text.length()) {
            Row row = row(at);
            at = row.to();
            if (!row.isEmpty()) {
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("its first row names no columns");
        }
    }

    private Row row(int start) {
        List<Cell> cells = new ArrayList<>();
        int at = start;
        while (true) {
            int from = at;
            boolean quoted = at < text.length() && text.charAt(at) == '"';
            if (quoted) {
                at = behindQuotes(at);
            }
            while (at < text.length() && text.charAt(at) != separator && !isEnd(at)) {
                at++;
            }
            cells.add(new Cell(from, at, value(text.substring(from, at), quoted)));
            if (at >= text.length() || isEnd(at)) {
                int behind = text.startsWith("\r\n", at) ? at + 2 : Math.min(at + 1, text.length());
                return new Row(start, behind, cells);
            }
            at++;
        }
    }

    private int behindQuotes(int from) {
        int at = from + 1;
        while (at < text.length()) {
            if (text.charAt(at) != '"') {
                at++;
            } else if (text.startsWith("\"\"", at)) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        throw new IllegalArgumentException("a quotation mark is never closed");
    }

    private boolean isEnd(int at) {
        return text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    private static String value(String raw, boolean quoted) {
        return (quoted ? raw.substring(1, raw.lastIndexOf('"')).replace("\"\"", "\"") : raw).strip();
    }

    private List<String> columns() {
        return rows.get(0).cells().stream().map(Cell::value).toList();
    }

    /** The rows below the first one, each with its cells by the name of the column. */
    public static List<Map<String, String>> entries(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        CsvEdit table = new CsvEdit(text);
        List<String> columns = table.columns();
        List<Map<String, String>> entries = new ArrayList<>();
        for (Row row : table.rows.subList(1, table.rows.size())) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < columns.size() && i < row.cells().size(); i++) {
                cells.putIfAbsent(columns.get(i), row.cells().get(i).value());
            }
            cells.remove("");
            entries.add(cells);
        }
        return entries;
    }

    /** A row more, at the end. */
    public static String added(String text, Map<String, String> members) {
        CsvEdit table = new CsvEdit(text);
        List<String> columns = table.columns();
        table.requireColumns(members);
        List<String> cells = columns.stream()
                .map(column -> table.written(members.getOrDefault(column, ""), false))
                .toList();
        String end = table.lineEnd();
        boolean ended = text.endsWith("\n") || text.endsWith("\r");
        return text + (ended ? "" : end) + String.join(String.valueOf(table.separator), cells) + end;
    }

    /** Other cells of one row; those that say the same already stay as they are written. */
    public static String changed(String text, int index, Map<String, String> members) {
        CsvEdit table = new CsvEdit(text);
        table.requireColumns(members);
        List<String> columns = table.columns();
        Row row = table.at(index);
        StringBuilder changed = new StringBuilder(text);
        for (int i = row.cells().size() - 1; i >= 0; i--) {
            Cell cell = row.cells().get(i);
            String typed = i < columns.size() ? members.get(columns.get(i)) : null;
            if (typed != null && !typed.equals(cell.value())) {
                boolean quoted = text.startsWith("\"", cell.from());
                changed.replace(cell.from(), cell.to(), table.written(typed, quoted));
            }
        }
        for (int i = row.cells().size(); i < columns.size(); i++) {
            if (!members.getOrDefault(columns.get(i), "").isEmpty()) {
                throw new IllegalArgumentException("the row has fewer cells than the first one");
            }
        }
        return changed.toString();
    }

    /** One row less. */
    public static String removed(String text, int index) {
        Row row = new CsvEdit(text).at(index);
        return text.substring(0, row.from()) + text.substring(row.to());
    }

    private Row at(int index) {
        if (index < 0 || index + 1 >= rows.size()) {
            throw new IllegalArgumentException("there is no such row");
        }
        return rows.get(index + 1);
    }

    private void requireColumns(Map<String, String> members) {
        members.forEach((name, value) -> {
            if (!value.isEmpty() && !columns().contains(name)) {
                throw new IllegalArgumentException("its first row has no column " + name);
            }
        });
    }

    private String written(String value, boolean quoted) {
        boolean needs = value.indexOf(separator) >= 0
                || value.indexOf('"') >= 0
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0;
        return quoted || needs ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
    }

    /** As the first row ends. */
    private String lineEnd() {
        int end = rows.get(0).to();
        return text.startsWith("\r\n", end - 2) && end >= 2 ? "\r\n" : text.startsWith("\r", end - 1) ? "\r" : "\n";
    }
}
