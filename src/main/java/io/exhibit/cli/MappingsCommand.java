package io.exhibit.cli;

import io.exhibit.control.Book;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What a compliance officer does with the mappings. */
@Command(
        name = "mappings",
        mixinStandardHelpOptions = true,
        description = "Checks the control mappings and the organization's book.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = MappingsCommand.Check.class)
final class MappingsCommand {

    /** Reads everything and says every mistake. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Reads the mappings and the organization's book, and says every mistake with file, line and column."
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
            Book book = new Wiring(given.settings(), console).book();
            console.result("No mistakes: " + book.framework().controls().size() + " controls, "
                    + book.assertions().size() + " assertions, "
                    + book.documents().size() + " documents, "
                    + book.registers().size() + " registers.");
            return ExitCode.DONE;
        }
    }
}
