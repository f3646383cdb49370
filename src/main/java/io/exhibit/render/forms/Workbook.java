package io.exhibit.render.forms;

import io.exhibit.render.VisibleText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Sheets of texts and whole numbers as Office Open XML (ECMA-376, the file that spreadsheets call .xlsx). Every text is an inline string,
 * which no spreadsheet computes, whatever it begins with. Rows are made while they are written. Nothing is compressed, so that every
 * JDK writes the same bytes.
 */
final class Workbook {

    /** Rows that a sheet can have, and characters that a cell can (Excel's limits). */
    private static final int ROWS = 1_048_576;

    private static final int CHARACTERS = 32_767;

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /** What a reader takes for the number of a character: the underscore is given by its own number then. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final VisibleText VISIBLE = VisibleText.everywhere();

    private final List<Sheet> sheets;

    Workbook(List<Sheet> sheets) {
        this.sheets = List.copyOf(sheets);
    }

    /**
     * A sheet.
     *
     * @param name at most 31 characters
     * @param widths of the columns, in characters
     * @param rows the first one names the columns; a cell is a String or a Long
     */
    record Sheet(String name, List<Integer> widths, List<List<?>> rows) {}

    @FunctionalInterface
    private interface Part {
        void to(OutputStream out) throws IOException;
    }

    void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        List<String> names = sheets.stream().map(sheet -> name(sheet.name())).toList();
        for (Map.Entry<String, String> part : WorkbookParts.of(names).entrySet()) {
            byte[] xml = (DECLARATION + part.getValue()).getBytes(StandardCharsets.UTF_8);
            add(zip, part.getKey(), to -> to.write(xml));
        }
        for (int i = 1; i <= sheets.size(); i++) {
            Sheet sheet = sheets.get(i - 1);
            add(zip, "xl/worksheets/sheet" + i + ".xml", to -> sheet(sheet, to));
        }
        zip.finish();
        zip.flush();
    }

    /** A stored member says its size and sum before its content: it is made twice. */
    private static void add(ZipOutputStream zip, String name, Part part) throws IOException {
        CRC32 sum = new CRC32();
        long[] bytes = {0};
        part.to(new OutputStream() {
            @Override
            public void write(int b) {
                sum.update(b);
                bytes[0]++;
            }

            @Override
            public void write(byte[] some, int from, int length) {
                sum.update(some, from, length);
                bytes[0] += length;
            }
        });
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(NO_TIME);
        entry.setSize(bytes[0]);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        part.to(zip);
        zip.closeEntry();
    }

    private static void sheet(Sheet sheet, OutputStream out) throws IOException {
        StringBuilder xml = new StringBuilder(DECLARATION);
        xml.append("<worksheet xmlns=\"")
                .append(WorkbookParts.MAIN)
                .append("\"><sheetViews><sheetView workbookViewId=\"0\">")
                .append(
                        "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (int i = 1; i <= sheet.widths().size(); i++) {
            xml.append("<col min=\"")
                    .append(i)
                    .append("\" max=\"")
                    .append(i)
                    .append("\" width=\"")
                    .append(sheet.widths().get(i - 1))
                    .append("\" customWidth=\"1\"/>");
        }
        xml.append("</cols><sheetData>");
        int n = 0;
        for (List<?> row : sheet.rows()) {
            boolean full = ++n == ROWS && sheet.rows().size() > ROWS;
            List<?> shown = full
                    ? List.of((sheet.rows().size() - n + 1)
                            + " more rows do not fit on a sheet; they are in the pack's tables.")
                    : row;
            row(xml, n, shown);
            out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
            xml.setLength(0);
            if (full) {
                break;
            }
        }
        out.write((xml + "</sheetData></worksheet>").getBytes(StandardCharsets.UTF_8));
    }

    private static void row(StringBuilder xml, int n, List<?> cells) {
        xml.append("<row r=\"").append(n).append("\">");
        for (int i = 0; i < cells.size(); i++) {
            xml.append("<c r=\"").append(column(i)).append(n).append("\" s=\"").append(n == 1 ? 1 : 0);
            if (cells.get(i) instanceof Long number) {
                xml.append("\"><v>").append(number.longValue()).append("</v></c>");
            } else {
                xml.append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                        .append(cell((String) cells.get(i)))
                        .append("</t></is></c>");
            }
        }
        xml.append("</row>");
    }

    /** "A" of 0, "AA" of 26. */
    private static String column(int index) {
        String last = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? last : column(index / 26 - 1) + last;
    }

    private static String cell(String text) {
        String visible = ESCAPE.matcher(VISIBLE.of(text)).replaceAll("_x005F_");
        if (visible.length() > CHARACTERS) {
            String more = " [cut: " + visible.length() + " characters in all]";
            int end = CHARACTERS - more.length();
            visible = visible.substring(0, Character.isHighSurrogate(visible.charAt(end - 1)) ? end - 1 : end) + more;
        }
        return escaped(visible);
    }

    private static String name(String wanted) {
        String plain = VISIBLE.of(wanted).replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        return plain.substring(0, Math.min(31, plain.length()));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
