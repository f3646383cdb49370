package io.exhibit.render.forms;

import io.exhibit.render.VisibleText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rows as RFC 4180 has them, every cell in quotation marks. A spreadsheet that opens them computes nothing (CWE-1236): a cell that
 * it could take for a formula has an apostrophe in front, and so has one that begins with an apostrophe, so that the first one is
 * always ours. What cannot be seen is written as its number.
 */
final class Csv {

    /** At the start of a cell, or after a semicolon, which some spreadsheets take for the end of a cell; blanks and quotes do not help. */
    private static final Pattern FORMULA =
            Pattern.compile("(^|;)([\\s\\u00a0\"]*)([=+\\-@\\uff1d\\uff0b\\uff0d\\uff20'])");

    private static final VisibleText VISIBLE = VisibleText.everywhere();

    private Csv() {}

    /** One row with its line end. */
    static String row(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        return '"' + inert(text).replace("\"", "\"\"") + '"';
    }

    /** A text that no spreadsheet computes. */
    static String inert(String text) {
        String visible = VISIBLE.of(text);
        Matcher formula = FORMULA.matcher(visible);
        return formula.find()
                ? formula.replaceAll(found -> found.start() == 0
                        ? "'" + Matcher.quoteReplacement(found.group())
                        : Matcher.quoteReplacement(found.group(1) + found.group(2) + "'" + found.group(3)))
                : visible;
    }
}
