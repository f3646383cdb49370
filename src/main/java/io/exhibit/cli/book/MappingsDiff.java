package io.exhibit.cli.book;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.BookDifference;
import io.exhibit.control.BookDifference.Change;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says in words how one book differs from another. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Says in words what changed from one book to another: thresholds, tests, links, documents, scope, registers, decisions and",
            "accepted risks. How a file is written (order, comments, quotes) is no change.",
            "",
            "A book is a pack (its zip carries the book that it was bound by), a mappings folder, or a folder with an organization's",
            "part alone. What that changes for the nights that are stored, preview says."
        },
        footer = {
            "",
            "Example:  exhibit mappings diff packs/EH-2026-10.zip",
            "          exhibit mappings diff organization-of-last-year organization"
        })
final class MappingsDiff implements Callable<Integer> {

    @Mixin
    private Given given = new Given();

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The book before: a pack or a folder.")
    private Path before;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "AFTER",
            description = "The book after (default: that of the settings).")
    private Path after;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    private final Console console;

    MappingsDiff(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Wiring wiring = new Wiring(given.settings(), console);
        NamedBook was = NamedBook.at(before, wiring);
        NamedBook is = after == null ? new NamedBook(wiring.book(), "the settings") : NamedBook.at(after, wiring);
        List<Change> changes = BookDifference.between(was.book(), is.book());
        if (json) {
            console.raw(json(was, is, changes));
            return ExitCode.DONE;
        }
        console.result(words(was, is, changes.size()));
        changes.forEach(change -> console.result("  " + change));
        return ExitCode.DONE;
    }

    private static String words(NamedBook was, NamedBook is, int changes) {
        String from = "From the book of " + was.name() + " to that of " + is.name() + ": ";
        if (was.book().digest().equals(is.book().digest())) {
            return from + "it is the same.";
        }
        return from
                + switch (changes) {
                    case 0 -> "other files, which say the same.";
                    case 1 -> "1 change.";
                    default -> changes + " changes.";
                };
    }

    private static String json(NamedBook was, NamedBook is, List<Change> changes) {
        ObjectNode root = new ObjectMapper().createObjectNode().put("version", 1);
        root.putObject("before")
                .put("name", was.name())
                .put("sha256", was.book().digest());
        root.putObject("after").put("name", is.name()).put("sha256", is.book().digest());
        ArrayNode all = root.putArray("changes");
        changes.forEach(change -> all.addObject().put("about", change.about()).put("says", change.says()));
        return root.toPrettyString();
    }
}
