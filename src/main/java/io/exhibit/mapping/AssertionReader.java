package io.exhibit.mapping;

import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Expression;
import io.exhibit.control.Assertion.Link;
import io.exhibit.control.Assertion.Strength;
import io.exhibit.control.Assertion.Timing;
import io.exhibit.control.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code assertions/*.yaml}: lists of testable statements. */
final class AssertionReader {

    private static final Set<String> KEYS = Set.of(
            "id",
            "says",
            "timing",
            "source",
            "with",
            "where",
            "expect",
            "across",
            "vanished",
            "deviation",
            "remedy",
            "severity",
            "limit",
            "proof",
            "serves");

    /** A string literal is skipped, so that a word in it is not taken for a parameter. */
    private static final Pattern PARAMETER = Pattern.compile(
            "\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])*+'|\\bparameters\\.([A-Za-z_][A-Za-z0-9_]*)");

    private final Problems problems;
    private final Names citations;

    AssertionReader(Problems problems, Names citations) {
        this.problems = problems;
        this.citations = citations;
    }

    /** Every assertion, ordered by id. */
    List<Assertion> read(SourceFiles files) {
        List<Assertion> assertions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        files.all()
                .values()
                .forEach(file -> YamlReader.read(file.shown(), file.bytes(), problems)
                        .ifPresent(node -> Lists.each(node, problems, item -> {
                            Assertion assertion = assertion(new Fields(item, problems, KEYS));
                            if (!ids.add(assertion.id())) {
                                problems.add(
                                        "duplicate-id",
                                        item.position(),
                                        "The assertion " + assertion.id() + " is there twice.");
                            }
                            assertions.add(assertion);
                        })));
        assertions.sort(Comparator.comparing(Assertion::id));
        return assertions;
    }

    private Assertion assertion(Fields fields) {
        fields.required("expect");
        Expression where = expression(fields, "where");
        Expression expect = expression(fields, "expect");
        Expression across = expression(fields, "across");
        String vanished = fields.text("vanished");
        if (!vanished.isEmpty() && !vanished.equals("deviates")) {
            problems.add("wrong-type", fields.position("vanished"), "vanished can only be \"deviates\".");
        }
        return new Assertion(
                fields.required("id"),
                fields.required("says"),
                fields.choice("timing", Timing.class, Timing.SNAPSHOT),
                fields.required("source"),
                with(fields),
                where.given() ? where : new Expression("true", fields.position()),
                expect,
                across,
                vanished,
                fields.required("deviation"),
                fields.required("remedy"),
                fields.choice("severity", Severity.class, Severity.MEDIUM),
                fields.yes("limit", false),
                fields.texts("proof"),
                parameters(where, expect, across),
                serves(fields),
                fields.position());
    }

    private Expression expression(Fields fields, String key) {
        return fields.node(key)
                .filter(Node.Scalar.class::isInstance)
                .map(Node.Scalar.class::cast)
                .map(s -> new Expression(s.written(), s.begins()))
                .orElse(new Expression("", fields.position(key)));
    }

    private Map<String, String> with(Fields fields) {
        Map<String, String> with = new LinkedHashMap<>();
        Fields named = Lists.fields(fields, "with", problems);
        fields.named("with").forEach(e -> with.put(e.key(), named.required(e.key())));
        return with;
    }

    private Map<String, Link> serves(Fields fields) {
        Map<String, Link> serves = new LinkedHashMap<>();
        for (Node.Entry entry : fields.named("serves")) {
            Fields link = new Fields(entry.value(), problems, Set.of("strength", "why"));
            if (!link.has("strength")) {
                link.missing("strength");
            }
            checkCitation(entry, citations, problems);
            serves.put(
                    entry.key(),
                    new Link(link.choice("strength", Strength.class, Strength.SUPPORTING), link.required("why")));
        }
        return serves;
    }

    static void checkCitation(Node.Entry entry, Names citations, Problems problems) {
        citations.check(
                entry.key(),
                "unknown-citation",
                entry.position(),
                "No framework has the unit " + entry.key() + ".",
                problems);
    }

    private static List<String> parameters(Expression... expressions) {
        Set<String> names = new TreeSet<>();
        for (Expression expression : expressions) {
            Matcher matcher = PARAMETER.matcher(expression.text());
            while (matcher.find()) {
                if (matcher.group(1) != null) {
                    names.add(matcher.group(1));
                }
            }
        }
        return List.copyOf(names);
    }
}
