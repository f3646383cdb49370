package io.exhibit.cli.book;

import io.exhibit.cli.settings.Given;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Book;
import io.exhibit.control.Problem;
import io.exhibit.control.TestReach;
import io.exhibit.mapping.MappingReader;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads everything and says every mistake. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Reads the mappings and the organization's book, and says every mistake with file, line and column. An entry",
            "that does not count today (nobody signed it, its review is over) is a warning: nothing is refused for it.",
            "Then it says for which paragraphs the tests can be direct evidence, supporting evidence, or none."
        },
        footer = {
            "",
            "Exit codes: 0 no mistakes (there may be warnings), 65 mistakes.",
            "",
            "Examples:  exhibit mappings check",
            "           exhibit mappings check --watch          beside the editor; ends with Ctrl-C",
            "           exhibit mappings check --json | jq '.problems[].sentence'"
        })
final class MappingsCheck implements Callable<Integer> {

    @Mixin
    private Given given = new Given();

    @Option(
            names = "--json",
            description = "One JSON document instead: problems and warnings with code, file, line, column, sentence and"
                    + " hint, and how many there are. The exit code is the same.")
    private boolean json;

    @Option(
            names = "--watch",
            description =
                    "Goes on, and checks again whenever a file of the folders or the settings change; says when, and"
                            + " what came of it.")
    private boolean watch;

    private final Console console;

    MappingsCheck(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (json && watch) {
            throw new Stop(ExitCode.USAGE, "--json is one document, and --watch prints without end: leave one out.");
        }
        if (watch) {
            return new MappingsWatch(given, console).run();
        }
        Wiring wiring = new Wiring(given.settings(), console);
        MappingReader.Result read = read(wiring);
        if (json) {
            List<Problem> problems = wiring.reading().problems(read);
            console.raw(MappingsCheckJson.of(read, problems));
            return problems.isEmpty() ? ExitCode.DONE : ExitCode.FILE;
        }
        read.warnings().forEach(warning -> console.say(warning.toString()));
        Book book = wiring.reading().book(read);
        console.result(summary(read));
        reach(TestReach.of(book));
        return ExitCode.DONE;
    }

    static MappingReader.Result read(Wiring wiring) {
        ZoneId zone = wiring.settings().schedule().zone();
        return wiring.reading().on(LocalDate.ofInstant(new SystemClock().instant(), zone));
    }

    /** What there is in a book without mistakes. */
    static String summary(MappingReader.Result read) {
        Book book = read.sound();
        int warnings = read.warnings().size();
        return "No mistakes" + (warnings == 0 ? "" : ", " + counted(warnings, "warning")) + ": "
                + counted(book.framework().controls().size(), "control") + ", "
                + counted(book.assertions().size(), "assertion") + ", "
                + counted(book.documents().size(), "document") + ", "
                + counted(book.registers().size(), "register") + ".";
    }

    /** How strong the evidence of the tests can be at best, unit by unit. */
    private void reach(TestReach reach) {
        console.result("What the tests can show, documents apart:");
        reach("direct", "at least one test reads what it asks for", reach.direct());
        reach("supporting", "the tests corroborate", reach.supporting());
        reach("none", "no test bears on it", reach.none());
    }

    private void reach(String strength, String means, List<String> units) {
        console.result("  " + strength + ", " + counted(units.size(), "control") + " (" + means + "): "
                + String.join(", ", units));
    }

    static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
