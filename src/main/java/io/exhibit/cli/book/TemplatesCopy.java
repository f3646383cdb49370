package io.exhibit.cli.book;

import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.control.Problem;
import io.exhibit.render.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes parts that came with the program into a folder, to be changed there. */
@Command(
        name = "copy",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the named parts, as they came with the program, into a folder where they can be changed; without names all",
            "of them. What is not changed is best not copied: a part that is not in the folder follows the program's next",
            "version. A file that is there already is left as it is."
        },
        footer = {
            "",
            "Exit codes: 0 written, 64 there is no such part, 73 a file is there already or cannot be written.",
            "",
            "Example:  exhibit templates copy --out templates cover.ftlh pack.css"
        })
final class TemplatesCopy implements Callable<Integer> {

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder; it is made when needed.")
    private Path out;

    @Parameters(paramLabel = "PART", arity = "0..*", description = "Such as cover.ftlh.")
    private List<String> names = new ArrayList<>();

    private final Console console;

    TemplatesCopy(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        SortedMap<String, byte[]> parts = Templates.shipped().pages();
        List<String> asked = names.isEmpty() ? List.copyOf(parts.keySet()) : names;
        for (String name : asked) {
            if (!parts.containsKey(name)) {
                throw new Stop(
                        ExitCode.USAGE,
                        "There is no part " + name + ". "
                                + Problem.nearest(name, parts.keySet())
                                        .map(near -> "Did you mean " + near + "?")
                                        .orElse("The parts are " + String.join(", ", parts.keySet()) + "."));
            }
        }
        List<String> there =
                asked.stream().filter(name -> Files.exists(out.resolve(name))).toList();
        if (!there.isEmpty()) {
            throw new Stop(
                    ExitCode.CANNOT_WRITE,
                    out + " has " + String.join(", ", there)
                            + " already. Nothing was written; take another folder, or name the" + " other parts.");
        }
        Files.createDirectories(out);
        for (String name : asked) {
            Files.write(out.resolve(name), parts.get(name));
        }
        console.result(MappingsCheck.counted(asked.size(), "part") + " written to " + out + ".");
        console.say("Name the folder in the settings (templates: DIR), and check it with: exhibit templates check");
        return ExitCode.DONE;
    }
}
