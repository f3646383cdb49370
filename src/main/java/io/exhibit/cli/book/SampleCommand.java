package io.exhibit.cli.book;

import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Shipped;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the commented settings to start from; the organization's book has a command below it. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description = "Prints the commented settings to start from, with every default.",
        subcommands = SampleOrganization.class,
        footer = {
            "",
            "Example:  exhibit sample > exhibit.yaml",
            "          exhibit sample organization --out organization"
        })
public final class SampleCommand implements Callable<Integer> {

    @Option(names = "--schema", description = "Print the JSON Schema of the settings instead, for editors.")
    private boolean schema;

    private final Console console;

    SampleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String name = schema ? "exhibit.schema.json" : "exhibit.yaml";
        console.raw(new String(Shipped.bytes(name), StandardCharsets.UTF_8).stripTrailing());
        return ExitCode.DONE;
    }
}
