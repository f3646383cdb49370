package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HelpTextTest {

    @Test
    void theFirstSentenceStandsAloneAndTheRestFlows() {
        List<String> arranged = HelpText.arranged(List.of(
                "Reads one thing. It then goes",
                "on to read another, whose name is so long that the line has to end somewhere before it.",
                "",
                "Writes nothing."));

        assertThat(arranged)
                .containsExactly(
                        "Reads one thing.",
                        "It then goes on to read another, whose name is so long that the line has to end",
                        "somewhere before it.",
                        "",
                        "Writes nothing.");
        assertThat(HelpText.arranged(arranged)).as("arranged twice").isEqualTo(arranged);
    }

    @Test
    void aRowHangsUnderItsText() {
        assertThat(HelpText.arranged(List.of(
                        "Measures.",
                        "",
                        "  read   raw answers to records, beside a library that makes untyped maps of them, which",
                        "         nobody needs",
                        "  seal   a file")))
                .containsExactly(
                        "Measures.",
                        "",
                        "  read   raw answers to records, beside a library that makes untyped maps of",
                        "         them, which nobody needs",
                        "  seal   a file");
    }

    /** Every command that the list of commands names is told by a whole sentence. */
    @Test
    void everyCommandOfTheListIsTold() {
        Consoles console = Consoles.listening();

        assertThat(Main.run(console.console(), "--help")).isZero();

        List<String> rows = console.out()
                .lines()
                .dropWhile(line -> !line.equals("Commands:"))
                .skip(1)
                .takeWhile(line -> !line.isBlank())
                .toList();
        assertThat(rows).hasSizeGreaterThan(18).allMatch(line -> line.length() <= 80);
        String told = String.join("\n", rows).replaceAll("\n {5,}", " ");
        assertThat(told.lines()).hasSizeGreaterThan(18).allMatch(line -> line.endsWith("."));
    }
}
