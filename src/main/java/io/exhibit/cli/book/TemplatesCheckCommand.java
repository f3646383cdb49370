package io.exhibit.cli.book;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.ProblemsJson;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.render.Templates;
import io.exhibit.render.TemplatesCheck;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads a person's templates, prints the sample month with them, and says every mistake. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Reads the entity's own templates and says every mistake with file, line and column: what runs, fetches, reads or",
            "may not end. When there is none it prints a sample month with them and compares: a value that the program's own",
            "part prints and this one forgets, and a text that nobody can read in the file, are mistakes too.",
            "",
            "Nothing of the vault is read, and nothing is written. A pack is printed only with templates that keep the rules."
        },
        footer = {
            "",
            "Exit codes: 0 no mistakes, 65 mistakes, 66 there is no such folder.",
            "",
            "Examples:  exhibit templates copy --out templates cover.ftlh     the part to change",
            "           exhibit templates check --templates templates",
            "           exhibit templates check --json | jq '.problems[].sentence'"
        })
final class TemplatesCheckCommand implements Callable<Integer> {

    static final int VERSION = 1;

    @Mixin
    private Given given = new Given();

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            description = "Folder of the entity's own parts, instead of the setting (templates).")
    private Path folder;

    @Option(
            names = "--json",
            description =
                    "One JSON document instead: problems with code, file, line, column, sentence and hint, and how many"
                            + " there are. The exit code is the same.")
    private boolean json;

    private final Console console;

    TemplatesCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Wiring.quiet();
        TemplatesCheck check = TemplatesCheck.of(templates());
        if (json) {
            console.raw(json(check));
        } else {
            check.problems().forEach(problem -> console.say(problem.toString()));
            console.result(
                    check.problems().isEmpty()
                            ? "No mistakes. The sample month has " + check.pages() + " pages."
                            : MappingsCheck.counted(check.problems().size(), "mistake") + ".");
        }
        return check.problems().isEmpty() ? ExitCode.DONE : ExitCode.FILE;
    }

    private Templates templates() throws IOException {
        if (folder != null && !Files.isDirectory(folder)) {
            throw new Stop(
                    ExitCode.MISSING,
                    "There is no folder " + folder
                            + ". Make one with the parts to change: exhibit templates copy --out " + folder
                            + " cover.ftlh");
        }
        Settings settings = given.settings();
        return folder != null ? Templates.in(folder).on(settings.pack().paper()) : settings.ownTemplates();
    }

    private static String json(TemplatesCheck check) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            ProblemsJson.write(json, "problems", check.problems());
            json.writeObjectFieldStart("counts");
            json.writeNumberField("problems", check.problems().size());
            json.writeNumberField("pages", check.pages());
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }
}
