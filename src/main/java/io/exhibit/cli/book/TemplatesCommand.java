package io.exhibit.cli.book;

import picocli.CommandLine.Command;

/** What the person does who changes how packs look. */
@Command(
        name = "templates",
        mixinStandardHelpOptions = true,
        description = "Copies and checks the parts that packs are printed with, so that an entity can change them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TemplatesCheckCommand.class, TemplatesCopy.class})
public final class TemplatesCommand {}
