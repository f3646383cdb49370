package io.exhibit.cli.checks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.JsonWords;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.Checked;
import io.exhibit.control.Problem;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says whether everything that a run needs is there. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Looks at Java, the settings, the mappings, the key, the vault, the disk, the schedule, the fonts, the credentials,",
            "the clock, the channels of deliveries and notices, and the certificate of the console, and says what to do where something is wrong. Asks AWS who",
            "calls, and lets each channel answer, with its certificate or host key and our login. Sends and writes nothing.",
            "",
            "The exit code is that of the first trouble; warnings have none."
        },
        footer = {"", "Example:  exhibit doctor --settings exhibit.yaml"})
public final class DoctorCommand implements Callable<Integer> {

    private static final int VERSION = 1;

    @Mixin
    private Given given = new Given();

    @Option(names = "--json", description = "Print the checks as JSON.")
    private boolean json;

    private final Console console;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Checked> checks = new Doctor(given::settings, new SystemClock(), console).checks();
        if (json) {
            console.raw(json(checks));
        } else {
            checks.forEach(this::print);
        }
        return checks.stream()
                .map(Checked::code)
                .filter(code -> code != ExitCode.DONE)
                .findFirst()
                .orElse(ExitCode.DONE);
    }

    private void print(Checked check) {
        console.result(String.format(
                Locale.ROOT, "%-8s %-12s %s", JsonWords.lower(check.state()), check.name(), check.found()));
        if (!check.advice().isEmpty()) {
            console.result(" ".repeat(22) + check.advice());
        }
        check.problems().forEach(problem -> console.result(" ".repeat(22) + problem));
    }

    /** Version 1: every check with its name, state (ok, warning, trouble), what was found, what to do, and mistakes in files. */
    static String json(List<Checked> checks) {
        ObjectNode root = new ObjectMapper().createObjectNode().put("version", VERSION);
        ArrayNode all = root.putArray("checks");
        for (Checked check : checks) {
            ArrayNode problems = all.addObject()
                    .put("name", check.name())
                    .put("state", JsonWords.lower(check.state()))
                    .put("found", check.found())
                    .put("advice", check.advice())
                    .putArray("problems");
            check.problems().stream().map(Problem::toString).forEach(problems::add);
        }
        return root.toPrettyString();
    }
}
