package io.exhibit.mapping;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a table that a spreadsheet wrote (RFC 4180): UTF-8 with or without a byte order mark, divided by commas or by
 * semicolons, at most 1 MiB and 100 columns. The first row names the columns. A cell is text, whatever it begins with.
 * Whatever is wrong becomes a problem with its place; nothing is thrown.
 */
final class CsvReader {

    private static final int MAX_COLUMNS = 100;

    private final String file;
    private final String source;
    private final Problems problems;
    private Position next;

    private CsvReader(String file, String source, Problems problems) {
        this.file = file;
        this.source = source;
        this.problems = problems;
        this.next = new Position(file, 1, 1);
    }

    /** Empty when the file cannot be read as a table; then there is a problem. */
    static Optional<CsvTable> read(String file, byte[] bytes, Problems problems) {
        return Utf8.read(file, bytes, problems).flatMap(source -> new CsvReader(file, source, problems).table());
    }

    private Optional<CsvTable> table() {
        Position top = new Position(file, 1, 1);
        if (source.isBlank()) {
            return unread("empty-file", top, "The file holds nothing.", "Name the columns in the first row.");
        }
        int control = control();
        if (control >= 0) {
            return unread(
                    "syntax",
                    Written.at(top, source, control),
                    "A control character stands here, which no text has.",
                    "Save the file as CSV, UTF-8.");
        }
        try (CsvParser parser = CsvFactory.builder().build().createParser(source)) {
            parser.enable(CsvParser.Feature.WRAP_AS_ARRAY);
            parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator()));
            parser.nextToken();
            List<Node.Scalar> columns = filled(parser).orElse(List.of());
            if (columns.size() > MAX_COLUMNS) {
                return unread("too-large", top, "The file has more than " + MAX_COLUMNS + " columns.", "");
            }
            columns = named(columns);
            List<Node> rows = new ArrayList<>();
            for (var cells = filled(parser); cells.isPresent(); cells = filled(parser)) {
                entry(columns, cells.get()).ifPresent(rows::add);
            }
            return Optional.of(new CsvTable(columns, new Node.Sequence(List.copyOf(rows), top)));
        } catch (JsonParseException e) {
            boolean open = String.valueOf(e.getOriginalMessage()).contains("closing quote");
            return open
                    ? unread("syntax", next, "The quotation mark that begins this cell is never closed.", "")
                    : unread(
                            "syntax",
                            at(e.getLocation()),
                            "Behind the closing quotation mark of a cell more follows.",
                            "Write a quotation mark within a cell twice.");
        } catch (IOException e) {
            return unread("syntax", next, "From here on this is no table of a spreadsheet.", "Save the file as CSV.");
        }
    }

    /** The next row that holds something. */
    private Optional<List<Node.Scalar>> filled(CsvParser parser) throws IOException {
        Optional<List<Node.Scalar>> cells = row(parser);
        while (cells.isPresent()
                && cells.get().stream().allMatch(cell -> cell.text().isEmpty())) {
            cells = row(parser);
        }
        return cells;
    }

    /** The cells of the next row; no more of them than can be too many. */
    private Optional<List<Node.Scalar>> row(CsvParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            return Optional.empty();
        }
        List<Node.Scalar> cells = new ArrayList<>();
        next = at(parser.currentLocation());
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            Position at = at(parser.currentTokenLocation());
            if (cells.size() <= MAX_COLUMNS) {
                String text = parser.getText().strip();
                cells.add(new Node.Scalar(text, at, text, at));
            }
            next = at(parser.currentLocation());
        }
        return Optional.of(cells);
    }

    /** As far as there are names; a spreadsheet may write empty columns behind them. */
    private List<Node.Scalar> named(List<Node.Scalar> columns) {
        Set<String> names = new HashSet<>();
        int last = 0;
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i).text();
            last = name.isEmpty() ? last : i + 1;
            if (!name.isEmpty() && !names.add(name)) {
                problems.add("duplicate-key", columns.get(i).position(), "The column " + name + " is there twice.");
            }
        }
        return columns.subList(0, last);
    }

    /** Nothing of a row that is too long or too short is read: its cells would stand in each other's columns. */
    private Optional<Node> entry(List<Node.Scalar> columns, List<Node.Scalar> cells) {
        int wide = cells.size();
        while (wide > columns.size() && cells.get(wide - 1).text().isEmpty()) {
            wide--;
        }
        if (wide != columns.size()) {
            String divides = separator() == ';' ? "semicolon" : "comma";
            problems.add(
                    "wrong-row",
                    cells.get(0).position(),
                    "This row has " + wide + " cells, and the first row " + columns.size() + ".",
                    wide < columns.size()
                            ? "Leave a cell empty, but keep its " + divides + "."
                            : "A text with a " + divides + " in it must stand in quotation marks.");
            return Optional.empty();
        }
        List<Node.Entry> entries = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i).text();
            Node.Scalar cell = cells.get(i);
            if (column.isEmpty() && !cell.text().isEmpty()) {
                problems.add("wrong-row", cell.position(), "The first row names no column here.", "Name it.");
            } else if (!column.isEmpty() && taken.add(column)) {
                entries.add(new Node.Entry(column, cell.position(), cell));
            }
        }
        return Optional.of(new Node.Mapping(List.copyOf(entries), cells.get(0).position()));
    }

    /** What the first row divides its names by. */
    private char separator() {
        int comma = source.indexOf(',');
        int semicolon = source.indexOf(';');
        return semicolon >= 0 && (comma < 0 || semicolon < comma) ? ';' : ',';
    }

    /** Where the first control character stands that is no white space, or -1. */
    private int control() {
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
                return i;
            }
        }
        return -1;
    }

    private Position at(JsonLocation place) {
        return place.getLineNr() < 1 ? next : new Position(file, place.getLineNr(), place.getColumnNr());
    }

    private <T> Optional<T> unread(String code, Position at, String message, String hint) {
        problems.addUnread(new Problem(code, at, message, hint));
        return Optional.empty();
    }
}
