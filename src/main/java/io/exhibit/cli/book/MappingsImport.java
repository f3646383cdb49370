package io.exhibit.cli.book;

import io.exhibit.cli.settings.Given;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Folders;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.mapping.LinksImport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a framework's links from a spreadsheet. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes links.yaml of a framework from a spreadsheet that was saved as CSV. Its first row names the columns id (of a test",
            "or a document), unit, strength (direct or supporting, of a test) and why, in any order. Every mistake is told with row",
            "and column; while there is one, nothing is written."
        },
        footer = {
            "",
            "Example:  exhibit mappings import links.csv --framework nist-800-53-r5 --out mappings/frameworks/nist-800-53-r5/links.yaml"
        })
final class MappingsImport implements Callable<Integer> {

    @Mixin
    private Given given = new Given();

    @Parameters(paramLabel = "LINKS.csv", description = "The table.")
    private Path table;

    @Option(names = "--framework", paramLabel = "ID", required = true, description = "Whose units the table names.")
    private String framework;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "A file that is not there yet.")
    private Path out;

    private final Console console;

    MappingsImport(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(table)) {
            throw new Stop(ExitCode.MISSING, "There is no file " + table + ".");
        }
        if (Files.exists(out)) {
            throw there();
        }
        Settings settings = given.settings();
        LinksImport.Result made = LinksImport.of(settings.mappings().orElse(null), framework, table);
        if (!made.problems().isEmpty()) {
            throw new Stop(
                    ExitCode.FILE, "The table or the mappings have mistakes; nothing was written:", made.problems());
        }
        write(made.text());
        console.result("Written to " + out + ": " + made.links() + (made.links() == 1 ? " link." : " links."));
        return ExitCode.DONE;
    }

    /** As a whole or not at all; a file that came there meanwhile stays. */
    private void write(String text) throws IOException {
        Path folder = out.toAbsolutePath().getParent();
        Path made = Files.createTempDirectory(folder, ".links-");
        try {
            Path whole = Files.writeString(made.resolve("links.yaml"), text, StandardCharsets.UTF_8);
            Files.move(whole, out.toAbsolutePath());
        } catch (FileAlreadyExistsException e) {
            throw there();
        } finally {
            Folders.delete(made);
        }
    }

    private Stop there() {
        return new Stop(
                ExitCode.CANNOT_WRITE,
                "There is a file " + out + " already. Nothing was written. Name another one with --out.");
    }
}
