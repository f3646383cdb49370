package io.exhibit.evaluate;

import dev.cel.common.CelIssue;
import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Expression;
import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.RecordType;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.evidence.RecordType.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words what CEL found, at the place in the file. */
final class ExpressionProblems {

    private static final Pattern FIELD = Pattern.compile("undefined field '(.*)'");
    private static final Pattern NAME = Pattern.compile("undeclared reference to '(.*)' \\(.*");
    private static final Pattern OVERLOAD =
            Pattern.compile("found no matching overload for '(.*)' applied to '\\((.*)\\)'.*", Pattern.DOTALL);
    private static final Pattern RESULT = Pattern.compile("expected type 'bool' but found '(.*)'");

    private static final Pattern SYNTAX =
            Pattern.compile("mismatched input|extraneous input|token recognition|no viable alternative|missing ");

    private final Vocabulary vocabulary;
    private final Collection<String> parameters;

    ExpressionProblems(Vocabulary vocabulary, Collection<String> parameters) {
        this.vocabulary = vocabulary;
        this.parameters = parameters;
    }

    List<Problem> of(Assertion assertion, Expression expression, Set<String> names, List<CelIssue> issues) {
        List<Problem> problems = new ArrayList<>();
        for (CelIssue issue : issues) {
            if (issue.getMessage().contains("*error*")) {
                // What follows from a mistake that was told.
                continue;
            }
            problems.add(problem(assertion, expression, names, issue));
            // After the first broken token the rest of a text is noise.
            if (problems.get(problems.size() - 1).code().equals("expression-syntax")) {
                break;
            }
        }
        return problems;
    }

    private Problem problem(Assertion assertion, Expression expression, Set<String> names, CelIssue issue) {
        int line = Math.max(1, issue.getSourceLocation().getLine());
        int column = Math.max(0, issue.getSourceLocation().getColumn());
        Matcher field = FIELD.matcher(issue.getMessage());
        if (field.matches()) {
            return field(assertion, at(expression, line, column + 1), before(expression, line, column), field.group(1));
        }
        Position at = at(expression, line, column);
        Matcher name = NAME.matcher(issue.getMessage());
        if (name.matches()) {
            return name(assertion, at, names, name.group(1));
        }
        Matcher overload = OVERLOAD.matcher(issue.getMessage());
        if (overload.matches()) {
            return new Problem(
                    "wrong-operand",
                    at,
                    assertion.id() + ": " + overload.group(1).replaceAll("[_@]", "") + " cannot be used on "
                            + TypeWords.all(overload.group(2)) + ".",
                    TypeWords.hint(overload.group(1), overload.group(2)));
        }
        Matcher result = RESULT.matcher(issue.getMessage());
        if (result.matches()) {
            return new Problem(
                    "not-a-condition",
                    expression.position(),
                    assertion.id() + ": the expression must be true or false, but this one is "
                            + TypeWords.one(result.group(1)) + ".",
                    "Say what it must be, with ==, <=, in or the like.");
        }
        return SYNTAX.matcher(issue.getMessage()).lookingAt()
                ? syntax(assertion, expression, at)
                : new Problem("wrong-operand", at, assertion.id() + ": " + issue.getMessage() + ".", "");
    }

    private static Problem syntax(Assertion assertion, Expression expression, Position at) {
        Optional<ExpressionSlip.Slip> slip = ExpressionSlip.in(expression.text());
        return slip.map(s -> new Problem(
                        "expression-syntax", at(expression, s.offset()), assertion.id() + ": " + s.message(), s.hint()))
                .orElseGet(() -> new Problem(
                        "expression-syntax",
                        at,
                        assertion.id() + ": the expression cannot be read from here on.",
                        "Look for a missing quotation mark, bracket or operator."));
    }

    private Problem field(Assertion assertion, Position at, String before, String field) {
        if (before.endsWith("parameters")) {
            return new Problem(
                    "unknown-parameter",
                    at,
                    assertion.id() + ": there is no parameter " + field + ".",
                    Problem.didYouMean(field, parameters));
        }
        return new Problem(
                "unknown-member",
                at,
                assertion.id() + ": there is no member " + field + ".",
                memberHint(assertion, before, field));
    }

    private String memberHint(Assertion assertion, String before, String field) {
        String near = Problem.didYouMean(field, reachable(assertion));
        Reading reading = vocabulary.readings().get(assertion.source());
        return near.isEmpty() && before.endsWith("record") && reading != null
                ? vocabulary.membersOf(reading.type())
                : near;
    }

    private Problem name(Assertion assertion, Position at, Set<String> names, String name) {
        Set<String> known = new TreeSet<>(names);
        known.addAll(Functions.NAMES);
        Reading reading = vocabulary.readings().get(assertion.source());
        boolean member = reading != null
                && vocabulary.types().get(reading.type()).members().stream()
                        .anyMatch(m -> m.name().equals(name));
        return new Problem(
                "unknown-name",
                at,
                assertion.id() + ": nothing is called " + name + ".",
                member ? "Write record." + name + "." : Problem.didYouMean(name, known));
    }

    /** Line 1 of an expression begins at its position; later lines stand as they do in the file. */
    static Position at(Expression expression, int line, int column) {
        Position start = expression.position();
        return new Position(start.file(), start.line() + line - 1, line == 1 ? start.column() + column : column + 1);
    }

    /** The place of a character, by its offset in UTF-16 units. */
    private static Position at(Expression expression, int offset) {
        String before = expression.text().substring(0, offset);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int begin = before.lastIndexOf('\n') + 1;
        return at(expression, line, before.codePointCount(begin, before.length()));
    }

    private static String before(Expression expression, int line, int column) {
        String text = expression.text().lines().skip(line - 1L).findFirst().orElse("");
        int end = Math.min(column, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, end)).stripTrailing();
    }

    /** Names of all members that an expression of this assertion can reach. */
    private Set<String> reachable(Assertion assertion) {
        Set<String> types = new TreeSet<>();
        Set<String> members = new TreeSet<>();
        List<String> readings = new ArrayList<>();
        assertion
                .with()
                .values()
                .forEach(written -> readings.add(Reach.of(written).reading()));
        readings.add(assertion.source());
        readings.stream()
                .filter(vocabulary.readings()::containsKey)
                .forEach(r -> collect(vocabulary.readings().get(r).type(), types, members));
        collect("target", types, members);
        collect("period", types, members);
        return members;
    }

    private void collect(String type, Set<String> types, Set<String> members) {
        RecordType record = vocabulary.types().get(type);
        if (record == null || !types.add(type)) {
            return;
        }
        for (Member member : record.members()) {
            members.add(member.name());
            Shape inner = member.shape();
            while (inner.element() != null) {
                inner = inner.element();
            }
            collect(inner.type(), types, members);
        }
    }
}
