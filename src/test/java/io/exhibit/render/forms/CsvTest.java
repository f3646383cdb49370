package io.exhibit.render.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a spreadsheet makes of the cells. */
class CsvTest {

    private static final List<String> FORMULAS = List.of(
            "=cmd|' /C calc'!A0",
            "=HYPERLINK(\"http://evil.example\",\"x\")",
            "=1+1",
            "==1",
            "+1-1",
            "-1+1",
            "-2+3+cmd|' /C calc'!A0",
            "@SUM(1+1)",
            "\uff1d1+1",
            "\uff0b1",
            "\uff0d1",
            "\uff20SUM(1)",
            "\"=1+1",
            "\"\"=1+1",
            "'=1+1",
            "''=1");

    private static final List<String> BEFORE =
            List.of("", " ", "  ", "\t", "\r", "\n", "\r\n", "\u00a0", "\u3000", "\ufeff", "\0", "\u200b", "\u202e");

    @Test
    void noCellBeginsAsAFormula() {
        List<String> payloads = new ArrayList<>();
        BEFORE.forEach(before -> FORMULAS.forEach(formula -> payloads.add(before + formula)));
        assertThat(payloads).hasSizeGreaterThan(200);

        List<String> cells = Rfc4180.parse(Csv.row(payloads)).get(0);

        assertThat(cells)
                .hasSameSizeAs(payloads)
                .allSatisfy(cell ->
                        assertThat(cell).matches("'.*|\\\\u\\{[0-9A-F]+}.*").doesNotContainPattern("[\\p{Cc}\\p{Cf}]"));
    }

    /** A spreadsheet that takes semicolons for the ends of cells sees quotation marks as text, and what follows as a cell. */
    @Test
    void noCellBeginsAsAFormulaForASpreadsheetThatPartsAtSemicolons() {
        for (String formula : FORMULAS) {
            for (String between : List.of("x;", "x; ", "x;\"", "x;\t", ";;")) {
                String line = Csv.row(List.of("a", between + formula + ";b", "c"));
                for (String part : line.strip().split(";")) {
                    assertThat(part.replaceAll("^[\\s\"\u00a0]+", ""))
                            .as(line)
                            .doesNotContainPattern("^[=+\\-@\uff1d\uff0b\uff0d\uff20]");
                }
            }
        }
    }

    /** The first apostrophe is always ours, so that it can be taken away. */
    @Test
    void whatIsNoFormulaStaysAsItIs() {
        List<String> plain = List.of(
                "",
                "a",
                "1",
                "2026-10-31",
                "arn:aws:iam::111122223333:user/a+b=c@d",
                "a \"b\", c",
                "x'y",
                "\u00fcber, \u6f22");
        assertThat(Rfc4180.parse(Csv.row(plain))).containsExactly(plain);
        assertThat(Csv.inert("'a")).isEqualTo("''a");
        assertThat(Csv.inert("=a")).isEqualTo("'=a");
        assertThat(Csv.inert(" =a")).isEqualTo("' =a");
        assertThat(Csv.inert("a;=b")).isEqualTo("a;'=b");
    }

    @Test
    void linesEndAsRfc4180SaysAndHoldNoOtherLineEnd() {
        assertThat(Csv.row(List.of("a\nb", "c\r\nd"))).isEqualTo("\"a b\",\"c  d\"\r\n");
    }
}
