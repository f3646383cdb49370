package io.exhibit.cli;

import io.exhibit.control.Book;
import io.exhibit.mapping.MappingReader;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What a compliance officer does with the mappings. */
@Command(
        name = "mappings",
        mixinStandardHelpOptions = true,
        description = "Checks, explains and previews the control mappings and the organization's book.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {MappingsCommand.Check.class, MappingsExplain.class, MappingsTry.class, MappingsPreview.class})
final class MappingsCommand {

    /** Reads everything and says every mistake. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Reads the mappings and the organization's book, and says every mistake with file, line and column. An entry",
                "that does not count today (nobody signed it, its review is over) is a warning: nothing is refused for it."
            },
            footer = {"", "Example:  exhibit mappings check --settings exhibit.yaml"})
    static final class Check implements Callable<Integer> {

        @Mixin
        private Given given = new Given();

        private final Console console;

        Check(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            Wiring wiring = new Wiring(given.settings(), console);
            ZoneId zone = wiring.settings().schedule().zone();
            MappingReader.Result read = wiring.read(LocalDate.ofInstant(new SystemClock().instant(), zone));
            read.warnings().forEach(warning -> console.say(warning.toString()));
            Book book = wiring.book(read);
            int warnings = read.warnings().size();
            console.result("No mistakes" + (warnings == 0 ? "" : ", " + counted(warnings, "warning")) + ": "
                    + counted(book.framework().controls().size(), "control") + ", "
                    + counted(book.assertions().size(), "assertion") + ", "
                    + counted(book.documents().size(), "document") + ", "
                    + counted(book.registers().size(), "register") + ".");
            return ExitCode.DONE;
        }

        private static String counted(int number, String noun) {
            return number + " " + noun + (number == 1 ? "" : "s");
        }
    }
}
