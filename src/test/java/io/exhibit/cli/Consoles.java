package io.exhibit.cli;

import io.exhibit.cli.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Consoles for tests: not a terminal, and what was printed can be read. */
public record Consoles(Console console, ByteArrayOutputStream written, ByteArrayOutputStream said) {

    public static Consoles listening() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(written, true, StandardCharsets.UTF_8),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                false);
        return new Consoles(console, written, said);
    }

    public static Console quiet() {
        return listening().console();
    }

    public String out() {
        return written.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
