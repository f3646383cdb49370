package io.exhibit.cli.book;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Judgement;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.JsonWords;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Book;
import io.exhibit.control.Problem;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks an expression of sealed evidence before it becomes a test. */
@Command(
        name = "try",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Asks an expression of the records of a sealed run and shows the first that deviate, with the members that it names.",
            "Nothing is written. Parameters and registers are those of the book."
        },
        footer = {
            "",
            "Example:  exhibit mappings try 'record.mfa_active' --source iam.credential-report --where 'record.password_enabled'"
        })
final class MappingsTry implements Callable<Integer> {

    @Mixin
    private Given given = new Given();

    @Parameters(paramLabel = "EXPRESSION", description = "What each record must meet, as expect of a test.")
    private String expect;

    @Option(
            names = "--source",
            paramLabel = "READING",
            required = true,
            description = "Whose records are asked, such as iam.credential-report.")
    private String source;

    @Option(names = "--where", paramLabel = "EXPRESSION", description = "Which of them (default: all).")
    private String where = "";

    @Option(
            names = "--with",
            paramLabel = "NAME=READING",
            description = "A further reading by the name that the expression uses; may be repeated.")
    private Map<String, String> with = new LinkedHashMap<>();

    @Option(names = "--run", paramLabel = "ID", description = "The run (default: the newest with evidence).")
    private String run;

    @Option(
            names = "--first",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many are shown (default: ${DEFAULT-VALUE}).")
    private int first;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    private final Console console;

    MappingsTry(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Wiring wiring = new Wiring(given.settings(), console);
        Book book = wiring.book();
        Trial trial = new Trial(expect, source, where, with);
        List<Problem> problems = trial.problems(wiring, book);
        if (!problems.isEmpty()) {
            throw new Stop(ExitCode.FILE, "The expression cannot be asked:", problems);
        }
        tell(trial.ask(wiring, book, run, first));
        return ExitCode.DONE;
    }

    private void tell(Trial.Outcome outcome) {
        if (json) {
            console.raw(json(outcome.run(), outcome.judged(), outcome.shown()).toPrettyString());
            return;
        }
        console.result(outcome.words());
        outcome.shown().forEach(item -> console.result("  " + Trial.Outcome.words(item)));
        if (outcome.shown().size() < outcome.all()) {
            console.result(
                    "  These are " + outcome.shown().size() + " of " + outcome.all() + "; --first N shows more.");
        }
    }

    private ObjectNode json(String run, Judgement judged, List<Item> shown) {
        ObjectNode root = new ObjectMapper()
                .createObjectNode()
                .put("version", 1)
                .put("run", run)
                .put("source", source)
                .put("verdict", JsonWords.lower(judged.verdict()))
                .put("population", judged.population())
                .put("conforming", judged.conforming())
                .put("deviating", judged.deviating())
                .put("inconclusive", judged.inconclusive())
                .put("leftOut", judged.leftOut())
                .put("reason", judged.reason());
        ArrayNode items = root.putArray("items");
        for (Item item : shown) {
            items.addObject()
                    .put("account", item.target().account())
                    .put("region", item.target().region())
                    .put("key", item.key())
                    .put("state", JsonWords.lower(item.state()))
                    .put("text", item.text());
        }
        return root;
    }
}
