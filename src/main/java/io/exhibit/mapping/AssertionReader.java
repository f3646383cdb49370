package io.exhibit.mapping;

import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Expression;
import io.exhibit.control.Assertion.Link;
import io.exhibit.control.Assertion.Particulars;
import io.exhibit.control.Assertion.Strength;
import io.exhibit.control.Assertion.Timing;
import io.exhibit.control.Position;
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
import java.util.stream.Stream;

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
            "across_not",
            "chosen_by",
            "rests_on",
            "vanished",
            "vanished_unless",
            "shows",
            "deviation",
            "remedy",
            "severity",
            "limit",
            "events",
            "proof",
            "qualifies",
            "serves");

    /** A string literal is skipped, so that a word in it is not taken for a name. */
    private static final Pattern NAMED = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])*+'"
            + "|\\b(parameters|registers)\\.([A-Za-z_][A-Za-z0-9_]*)");

    private static final Pattern REGISTER_MEMBER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*\\.[A-Za-z_][A-Za-z0-9_]*");

    private static final String REGISTER = "registers.";

    private final Problems problems;
    private final Names citations;
    private final Names registers;
    private final Set<String> ids = new HashSet<>();
    private final List<Assertion> sound = new ArrayList<>();
    private final Set<String> qualifying = new HashSet<>();
    private boolean whole;

    AssertionReader(Problems problems, Names citations, Names registers) {
        this.problems = problems;
        this.citations = citations;
        this.registers = registers;
    }

    /** The ids of those that were read. */
    Names ids() {
        return new Names(ids, whole);
    }

    /** Those that have no problem. */
    List<Assertion> sound() {
        return sound;
    }

    /** The ids of those that serve no unit and qualify all results: they are about the collection itself. */
    Set<String> qualifying() {
        return qualifying;
    }

    /** Every assertion, ordered by id. */
    List<Assertion> read(SourceFiles files) {
        List<Assertion> assertions = new ArrayList<>();
        int unread = problems.unread();
        files.all()
                .values()
                .forEach(file -> file.read(problems)
                        .ifPresent(node -> Lists.each(node, problems, item -> {
                            int before = problems.count();
                            Assertion assertion = assertion(new Fields(item, problems, KEYS));
                            if (!ids.add(assertion.id())) {
                                problems.add(
                                        "duplicate-id",
                                        item.position(),
                                        "The assertion " + assertion.id() + " is there twice.");
                            }
                            assertions.add(assertion);
                            if (problems.count() == before) {
                                sound.add(assertion);
                            }
                        })));
        // An assertion that lost its id may be the one that others refer to.
        whole = problems.unread() == unread && !ids.contains("");
        assertions.sort(Comparator.comparing(Assertion::id));
        return assertions;
    }

    private Assertion assertion(Fields fields) {
        // What is no text is told here; the expression itself is taken as it is written.
        fields.required("expect");
        fields.text("where");
        fields.text("across");
        Expression where = expression(fields, "where");
        Expression expect = expression(fields, "expect");
        Expression across = expression(fields, "across");
        Map<String, Expression> shows = shows(fields);
        String source = fields.required("source");
        if (source.startsWith(REGISTER)) {
            register(source.substring(REGISTER.length()), fields.position("source"));
        }
        if (!only(fields, "qualifies", "all").isEmpty()) {
            qualifying.add(fields.text("id"));
        }
        if (fields.given("serves") && fields.node("serves").stream().noneMatch(Node.Mapping.class::isInstance)) {
            // That its links could not be read is told by the reading itself.
            qualifying.add(fields.text("id"));
        }
        return new Assertion(
                fields.required("id"),
                fields.required("says"),
                fields.choice("timing", Timing.class, Timing.SNAPSHOT),
                source,
                with(fields),
                where.given() ? where : new Expression("true", fields.position()),
                expect,
                across,
                only(fields, "vanished", "deviates"),
                fields.required("deviation"),
                fields.required("remedy"),
                fields.choice("severity", Severity.class, Severity.MEDIUM),
                fields.yes("limit", false),
                fields.texts("proof"),
                parameters(
                        fields.text("chosen_by"),
                        Stream.concat(Stream.of(where, expect, across), shows.values().stream())
                                .toList()),
                serves(fields),
                fields.position(),
                new AssertionPlaces(fields).map(),
                new Particulars(
                        fields.text("rests_on"),
                        fields.text("chosen_by"),
                        fields.text("across_not"),
                        vanishedUnless(fields),
                        shows,
                        fields.yes("events", false)));
    }

    /** A key that can have one value, or is left out. */
    private String only(Fields fields, String key, String value) {
        String text = fields.text(key);
        if (!text.isEmpty() && !text.equals(value)) {
            problems.add(
                    "wrong-type",
                    fields.position(key),
                    key + " can only be " + value + ", not \"" + text + "\".",
                    "Otherwise leave it out.");
        }
        return text;
    }

    private Expression expression(Fields fields, String key) {
        return fields.node(key)
                .filter(Node.Scalar.class::isInstance)
                .map(Node.Scalar.class::cast)
                .map(s -> new Expression(s.written(), s.begins()))
                .orElse(new Expression("", fields.position(key)));
    }

    private Map<String, Expression> shows(Fields fields) {
        Map<String, Expression> shows = new LinkedHashMap<>();
        Fields named = Lists.fields(fields, "shows", problems);
        for (Node.Entry entry : fields.named("shows")) {
            named.required(entry.key());
            shows.put(entry.key(), expression(named, entry.key()));
        }
        return shows;
    }

    /** The register's member that says that something was to go. */
    private String vanishedUnless(Fields fields) {
        String text = fields.text("vanished_unless");
        int dot = text.indexOf('.');
        if (!text.isEmpty() && !REGISTER_MEMBER.matcher(text).matches()) {
            problems.add(
                    "wrong-type",
                    fields.position("vanished_unless"),
                    "vanished_unless names a register and one of its members, not \"" + text + "\".",
                    "Write it as account_closures.account.");
        } else if (!text.isEmpty()) {
            register(text.substring(0, dot), fields.position("vanished_unless"));
        }
        return text;
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
            if (!link.given("strength")) {
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
        checkCitation(entry.key(), entry.position(), citations, problems);
    }

    static void checkCitation(String citation, Position at, Names citations, Problems problems) {
        if (citations.words().contains(citation)) {
            return;
        }
        citations.check(
                citation,
                "unknown-citation",
                at,
                "No framework has the unit " + citation + ".",
                citations.words().stream()
                        .sorted()
                        .findFirst()
                        .map(unit -> "Write it as its framework does, such as " + unit + ".")
                        .orElse(""),
                problems);
    }

    /** Names of the parameters; a register that nobody declared is told on the way. */
    private List<String> parameters(String chosenBy, List<Expression> expressions) {
        Set<String> names = new TreeSet<>(chosenBy.isEmpty() ? Set.of() : Set.of(chosenBy));
        for (Expression expression : expressions) {
            Matcher matcher = NAMED.matcher(expression.text());
            while (matcher.find()) {
                String name = matcher.group(2);
                if ("parameters".equals(matcher.group(1))) {
                    names.add(name);
                } else if (name != null) {
                    register(name, Written.at(expression.position(), expression.text(), matcher.start(2)));
                }
            }
        }
        return List.copyOf(names);
    }

    private void register(String name, Position at) {
        registers.check(name, "unknown-register", at, "No register is called " + name + ".", problems);
    }
}
