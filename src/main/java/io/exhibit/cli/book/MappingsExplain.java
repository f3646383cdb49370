package io.exhibit.cli.book;

import io.exhibit.cli.settings.Given;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Book;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says a test, a document or a paragraph in words. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Says in words what a test looks at, what conforms and what deviates, which paragraphs it serves and why, what the",
            "collector may read for it, and how the newest night was judged. Of a paragraph it says which tests and documents",
            "stand behind it."
        },
        footer = {"", "Example:  exhibit mappings explain IAM-01", "          exhibit mappings explain '164.312(d)'"})
final class MappingsExplain implements Callable<Integer> {

    private static final String FORM = "%-13s %s";

    @Mixin
    private Given given = new Given();

    @Parameters(paramLabel = "ID", description = "A test (IAM-01), a document (MAN-17) or a paragraph (164.312(d)).")
    private String id;

    private final Console console;

    MappingsExplain(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Wiring wiring = new Wiring(given.settings(), console);
        Book book = wiring.book();
        Explanation told = Explanation.of(wiring, book, id)
                .orElseThrow(() -> new Stop(ExitCode.USAGE, Explanation.unknown(book, id)));
        console.result(told.title());
        told.lines().forEach(line -> console.result(String.format(Locale.ROOT, FORM, line.head(), line.text())));
        return ExitCode.DONE;
    }
}
