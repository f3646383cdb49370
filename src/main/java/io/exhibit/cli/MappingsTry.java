package io.exhibit.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Item.State;
import io.exhibit.assessment.Judgement;
import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Expression;
import io.exhibit.control.Assertion.Timing;
import io.exhibit.control.Book;
import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import io.exhibit.control.Severity;
import io.exhibit.evaluate.Compiler;
import io.exhibit.evidence.RunRecord;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** A string literal is skipped, so that a word in it is not taken for a member. */
    private static final Pattern MEMBER = Pattern.compile(
            "\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])*+'|\\brecord\\.([A-Za-z_][A-Za-z0-9_]*)(?!\\w*\\()");

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
    private final List<Item> shown = new ArrayList<>();

    MappingsTry(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Wiring wiring = new Wiring(given.settings(), console);
        Book book = wiring.book();
        // The sentence names members that the expressions do: what is wrong with them is told once.
        List<Problem> problems = Compiler.problems(book.with(List.of(assertion(""))), wiring.catalog());
        if (!problems.isEmpty()) {
            throw new Stop(ExitCode.FILE, "The expression cannot be asked:", problems);
        }
        Book tried = book.with(List.of(assertion(members())));
        try (Vault vault = wiring.vaultToRead()) {
            RunRecord record = SealedRun.chosen(vault, run);
            Assessment day = wiring.assessRun(vault, tried).judge(record, (id, item) -> keep(item));
            tell(record, day.judgements().get(0));
        }
        return ExitCode.DONE;
    }

    private void keep(Item item) {
        if (item.state() != State.CONFORMS && shown.size() < first) {
            shown.add(item);
        }
    }

    /** The members that the expressions name, as a sentence. */
    private String members() {
        Set<String> members = new TreeSet<>();
        for (String expression : List.of(where, expect)) {
            Matcher named = MEMBER.matcher(expression);
            while (named.find()) {
                if (named.group(1) != null) {
                    members.add(named.group(1));
                }
            }
        }
        return members.stream().map(member -> member + " = {" + member + "}").collect(Collectors.joining(", "));
    }

    /** Not one that could be published: it serves nothing. */
    private Assertion assertion(String sentence) {
        Position place = new Position("EXPRESSION", 1, 1);
        return new Assertion(
                "TRY",
                expect,
                Timing.SNAPSHOT,
                source,
                with,
                new Expression(where.isEmpty() ? "true" : where, new Position("--where", 1, 1)),
                new Expression(expect, place),
                new Expression("", place),
                "",
                sentence,
                "",
                Severity.LOW,
                false,
                List.of(),
                List.of(),
                Map.of(),
                place,
                Map.of("source", new Position("--source", 1, 1)));
    }

    private void tell(RunRecord record, Judgement judged) {
        if (json) {
            console.raw(json(record, judged).toPrettyString());
            return;
        }
        console.result("Run " + record.id() + ": " + MappingsExplain.words(judged) + "; " + judged.leftOut()
                + " more are not in the population.");
        for (Item item : shown) {
            console.result("  " + JsonWords.lower(item.state()) + "  " + item.target() + "  " + item.key() + "  "
                    + item.text());
        }
        long all = judged.population() - judged.conforming();
        if (shown.size() < all) {
            console.result("  These are " + shown.size() + " of " + all + "; --first N shows more.");
        }
    }

    private ObjectNode json(RunRecord record, Judgement judged) {
        ObjectNode root = new ObjectMapper()
                .createObjectNode()
                .put("version", 1)
                .put("run", record.id())
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
