package io.exhibit.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** How far something is stands on one line of a terminal that is gone afterwards, and nowhere else. */
final class ConsoleTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Console console(boolean terminal) {
        return new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal);
    }

    @Test
    void aStepIsCountedAndTheNextOneWritesOverIt() {
        Console console = console(true);
        console.progress("judging", 149, 149);
        console.progress("printing", 0, 0);
        console.result("Pack: a.pdf");

        assertThat(err).hasToString("\rjudging  149 of 149\rprinting ...       \r" + " ".repeat(12) + "\r");
        assertThat(out).hasToString("Pack: a.pdf" + System.lineSeparator());
    }

    @Test
    void namesFromOutsideCannotMoveTheCursor() {
        console(true).progress("judging \u001b[2J", 1, 1);

        assertThat(err).hasToString("\rjudging \\u{1B}[2J  1 of 1");
    }

    @Test
    void noTerminalNoSteps() {
        console(false).progress("judging", 1, 1);

        assertThat(err).hasToString("");
    }
}
