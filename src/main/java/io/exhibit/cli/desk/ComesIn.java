package io.exhibit.cli.desk;

import picocli.CommandLine.Option;

/** By the command line: who comes into the console by the link that is printed. */
final class ComesIn {

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "Who comes in: name and function. Without it all can be read and nothing changed.")
    String name;
}
