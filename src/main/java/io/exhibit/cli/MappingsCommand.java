package io.exhibit.cli;

import io.exhibit.control.Book;
import io.exhibit.control.TestReach;
import io.exhibit.mapping.MappingReader;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What a compliance officer does with the mappings. */
@Command(
        name = "mappings",
        mixinStandardHelpOptions = true,
        description = "Checks, explains, previews and approves the control mappings and the organization's book.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            MappingsCommand.Check.class,
            MappingsExplain.class,
            MappingsTry.class,
            MappingsPreview.class,
            MappingsDiff.class,
            MappingsApprove.class,
            MappingsImport.class
        })
final class MappingsCommand {

    /** Reads everything and says every mistake. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Reads the mappings and the organization's book, and says every mistake with file, line and column. An entry",
                "that does not count today (nobody signed it, its review is over) is a warning: nothing is refused for it.",
                "Then it says for which paragraphs the tests can be direct evidence, supporting evidence, or none."
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
            reach(TestReach.of(book));
            return ExitCode.DONE;
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

        private static String counted(int number, String noun) {
            return number + " " + noun + (number == 1 ? "" : "s");
        }
    }
}
