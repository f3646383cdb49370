package io.exhibit.cli.book;

import picocli.CommandLine.Command;

/** What a compliance officer does with the mappings. */
@Command(
        name = "mappings",
        mixinStandardHelpOptions = true,
        description = "Checks, explains, previews and approves the control mappings and the organization's book.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            MappingsCheck.class,
            MappingsExplain.class,
            MappingsTry.class,
            MappingsPreview.class,
            MappingsDiff.class,
            MappingsApprove.class,
            MappingsImport.class
        })
public final class MappingsCommand {}
