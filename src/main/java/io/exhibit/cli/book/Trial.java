package io.exhibit.cli.book;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Item.State;
import io.exhibit.assessment.Judgement;
import io.exhibit.cli.runs.SealedRun;
import io.exhibit.cli.terminal.JsonWords;
import io.exhibit.cli.wiring.Wiring;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An expression that is asked of sealed evidence before it becomes a test.
 *
 * @param source whose records are asked
 * @param where which of them; "" for all
 * @param with further readings by the name that the expressions use
 */
public record Trial(String expect, String source, String where, Map<String, String> with) {

    /** A string literal is skipped, so that a word in it is not taken for a member. */
    private static final Pattern MEMBER = Pattern.compile(
            "\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])*+'|\\brecord\\.([A-Za-z_][A-Za-z0-9_]*)(?!\\w*\\()");

    /**
     * How it came out.
     *
     * @param shown the first that do not conform
     */
    public record Outcome(String run, Judgement judged, List<Item> shown) {

        /** How many do not conform. */
        public long all() {
            return judged.population() - judged.conforming();
        }

        /** The run and its counts in one sentence, with how many records were left out of the population. */
        public String words() {
            return "Run " + run + ": " + Explanation.words(judged) + "; " + judged.leftOut()
                    + " more are not in the population.";
        }

        /** One item in a line: state, place, key and what it shows. */
        public static String words(Item item) {
            return JsonWords.lower(item.state()) + "  " + item.target() + "  " + item.key() + "  " + item.text();
        }
    }

    /** What keeps it from being asked. */
    public List<Problem> problems(Wiring wiring, Book book) {
        // The sentence names members that the expressions do: what is wrong with them is told once.
        return Compiler.problems(book.with(List.of(assertion(""))), wiring.catalog());
    }

    /**
     * Asks it; parameters and registers are those of the book.
     *
     * @param run the run, or {@code null} for the newest with evidence
     */
    public Outcome ask(Wiring wiring, Book book, String run, int first) throws IOException {
        return ask(wiring, book, assertion(members()), run, first);
    }

    /** Asks a test, as it would be judged. */
    public static Outcome ask(Wiring wiring, Book book, Assertion test, String run, int first) throws IOException {
        Book tried = book.with(List.of(test));
        List<Item> shown = new ArrayList<>();
        try (Vault vault = wiring.vaultToRead()) {
            RunRecord record = SealedRun.chosen(vault, run);
            Assessment day = wiring.assessRun(vault, tried).judge(record, (id, item) -> {
                if (item.state() != State.CONFORMS && shown.size() < first) {
                    shown.add(item);
                }
            });
            return new Outcome(record.id(), day.judgements().get(0), shown);
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
}
