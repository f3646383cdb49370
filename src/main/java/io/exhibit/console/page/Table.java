package io.exhibit.console.page;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A table that is fetched as a file for a spreadsheet, row by row: all rows of what was asked for, and at the end how many there are. */
public final class Table {

    private final OutputStream out;
    private long rows;

    /** @param name of the file, without its ending; of letters, digits, dots and hyphens */
    public Table(Context context, String name, String head) throws IOException {
        context.contentType("text/csv; charset=utf-8; header=present");
        context.header(
                "Content-Disposition", "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9.-]", "_") + ".csv\"");
        out = context.outputStream();
        write(head);
    }

    /** One line, which has its cells escaped already. */
    public void row(String line) {
        write(line);
        rows++;
    }

    /** A table that was cut off on its way has no such line. */
    public void end() {
        write("\"" + rows + (rows == 1 ? " row" : " rows") + ", and no more\"\r\n");
    }

    private void write(String line) {
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
