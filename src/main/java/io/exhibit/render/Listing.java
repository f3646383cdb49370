package io.exhibit.render;

import java.util.List;

/**
 * A table that is too long for the report, printed apart in volumes ({@code NAME-1.pdf}, {@code NAME-2.pdf}).
 *
 * @param name of the files, such as {@code open-findings}
 * @param title the head of each volume
 * @param says paragraphs under it: what the list is and how it was made
 * @param columns widths together are those of the page, {@value #WIDTH} mm
 * @param count of the rows
 * @param rows read once, in the order of the list; each has one text for each column
 */
public record Listing(
        String name, String title, List<String> says, List<Column> columns, long count, Iterable<List<String>> rows) {

    static final int WIDTH = 170;

    /** How a column is set. */
    enum Setting {
        TEXT,
        CODE,
        NUMBER
    }

    /** @param width in mm, with the 2 mm that part it from the next one */
    record Column(String head, int width, Setting setting) {}

    /**
     * One printed file.
     *
     * @param first and {@code last} row in it, counted from 1 over all volumes
     */
    public record Volume(String file, long first, long last, int pages, long bytes, String sha256) {}

    public Listing {
        says = List.copyOf(says);
        columns = List.copyOf(columns);
        if (columns.stream().mapToInt(Column::width).sum() != WIDTH) {
            throw new IllegalArgumentException("the columns of " + name + " are not " + WIDTH + " mm wide");
        }
    }
}
