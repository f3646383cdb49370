package io.exhibit.run.mask;

import io.exhibit.assessment.AtEnd;
import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.ControlResult.Basis;
import io.exhibit.assessment.Day;
import io.exhibit.assessment.DocumentResult;
import io.exhibit.assessment.History;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.Population;
import io.exhibit.assessment.Rolls;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Unjudged;
import io.exhibit.assessment.Users;
import io.exhibit.control.Assertion;
import io.exhibit.control.Book;
import io.exhibit.control.Decision;
import io.exhibit.control.Scope.Fact;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import io.exhibit.render.PackContent;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was judged, as a masked pack prints it: counts and conclusions as they are, names and values masked. */
final class MaskedResults {

    private final Masker masker;
    private final MaskedBook book;
    private final MaskedRuns runs;
    private final UnaryOperator<RunRecord> masked;
    private final Map<TestResult, TestResult> tests = new IdentityHashMap<>();

    /** @param masked the masked one of a run */
    MaskedResults(Masker masker, MaskedBook book, MaskedRuns runs, UnaryOperator<RunRecord> masked) {
        this.masker = masker;
        this.book = book;
        this.runs = runs;
        this.masked = masked;
    }

    PeriodAssessment of(PeriodAssessment assessment) {
        List<Day> days = assessment.days().stream().map(this::day).toList();
        List<TestResult> all = assessment.tests().stream().map(this::test).toList();
        return new PeriodAssessment(
                book.of(assessment.book()),
                assessment.period(),
                assessment.bookChanges(),
                days,
                assessment.controls().stream()
                        .map(control -> control(control, assessment.book()))
                        .toList(),
                all,
                assessment.documents().stream().map(this::document).toList());
    }

    private Day day(Day day) {
        return new Day(day.date(), day.due(), day.run().map(masked), masker.sentence(day.reason(), List.of()));
    }

    private DocumentResult document(DocumentResult result) {
        return new DocumentResult(book.document(result.document()), result.state(), result.ageDays(), result.reason());
    }

    private ControlResult control(ControlResult control, Book whole) {
        List<TestResult> all = control.tests().stream().map(this::test).toList();
        String conclusion = control.conclusion();
        for (int i = 0; i < all.size(); i++) {
            String reason = control.tests().get(i).counted().reason();
            String masked = all.get(i).counted().reason();
            conclusion = reason.equals(masked) ? conclusion : conclusion.replace(reason, masked);
        }
        // Who stated that a unit does not apply, or decided on it, is named in its conclusion.
        Optional<String> named = control.basis() == Basis.FACT
                ? Optional.ofNullable(
                                whole.scope().facts().get(control.control().condition()))
                        .map(Fact::approver)
                : control.decision().map(Decision::approver);
        String by = named.orElse("");
        if (!by.isEmpty()) {
            String masked = masker.value(Kind.PERSON, by);
            conclusion = conclusion
                    .replace(": " + by + " stated on ", ": " + masked + " stated on ")
                    .replace("(" + by + ", ", "(" + masked + ", ");
        }
        return new ControlResult(
                book.control(control.control()),
                control.verdict(),
                conclusion,
                all,
                control.documents().stream().map(this::document).toList(),
                control.basis(),
                control.decision().map(book::decision));
    }

    private TestResult test(TestResult test) {
        TestResult done = tests.get(test);
        if (done == null) {
            done = masked(test);
            tests.put(test, done);
        }
        return done;
    }

    private TestResult masked(TestResult test) {
        Assertion assertion = test.assertion();
        Kind kind = kind(assertion.source());
        return new TestResult(
                assertion,
                counted(test.counted(), assertion),
                test.daysJudged(),
                test.daysDeviating(),
                test.daysUnknown(),
                test.histories().stream().map(h -> history(h, assertion, kind)).toList(),
                test.inconclusive().stream().map(i -> item(i, assertion, kind)).toList(),
                masker.sentence(test.proof(), proofs(assertion)),
                test.places(),
                test.unjudged().stream()
                        .map(u -> new Unjudged(masker.sentence(u.cause(), sentences(assertion)), u.days()))
                        .toList(),
                new AtEnd(
                        masker.sentence(test.atEnd().reason(), sentences(assertion)),
                        test.atEnd().items().stream()
                                .map(i -> item(i, assertion, kind))
                                .toList(),
                        test.atEnd().things(),
                        test.atEnd().places()));
    }

    private Judgement counted(Judgement j, Assertion assertion) {
        return new Judgement(
                j.assertion(),
                j.verdict(),
                j.population(),
                j.conforming(),
                j.deviating(),
                j.accepted(),
                j.inconclusive(),
                j.leftOut(),
                masker.sentence(j.reason(), sentences(assertion)));
    }

    private History history(History h, Assertion assertion, Kind kind) {
        return new History(
                h.assertion(),
                runs.target(h.target()),
                key(kind, h.key(), h.target()),
                h.state(),
                h.firstSeen(),
                h.orBefore(),
                h.lastSeen(),
                h.spells(),
                h.due(),
                masker.sentence(h.text(), List.of(assertion.deviation())),
                h.acceptance());
    }

    private Item item(Item i, Assertion assertion, Kind kind) {
        return new Item(
                runs.target(i.target()),
                key(kind, i.key(), i.target()),
                i.state(),
                i.digest(),
                masker.sentence(i.text(), sentences(assertion)),
                i.acceptance());
    }

    /** An item of a population: its record's digest could be tried out. */
    Item listed(Assertion assertion, Item i) {
        return new Item(
                runs.target(i.target()),
                key(kind(assertion.source()), i.key(), i.target()),
                i.state(),
                "",
                masker.sentence(
                        i.text(),
                        Stream.of(proofs(assertion), List.of(values(assertion)), sentences(assertion))
                                .flatMap(List::stream)
                                .toList()),
                i.acceptance());
    }

    Population population(Population p) {
        return new Population(
                p.test(),
                p.items(),
                p.calls(),
                p.run(),
                p.read(),
                p.before(),
                p.rows(),
                p.places(),
                p.earlier(),
                p.bytes(),
                p.sha256(),
                masker.sentence(p.note(), sentences(p.test())));
    }

    /** Who and what is in the populations that are asked for by name. */
    Rolls rolls(PackContent content) {
        Users users = content.rolls().users();
        Map<String, List<Item>> items = new TreeMap<>();
        for (Population population : content.populations()) {
            List<Item> all = content.rolls().items().get(population.test().id());
            if (all != null) {
                items.put(
                        population.test().id(),
                        all.stream()
                                .map(item -> listed(population.test(), item))
                                .toList());
            }
        }
        return new Rolls(
                new Users(
                        users.run(),
                        users.read(),
                        users.all().stream().map(this::user).toList(),
                        users.unread().stream().map(this::account).toList(),
                        users.before()),
                content.rolls().counts(),
                items);
    }

    private Users.User user(Users.User user) {
        return new Users.User(
                account(user.account()),
                user.root() ? user.name() : masker.key(Kind.USER, user.name()),
                user.root(),
                user.password(),
                user.mfa(),
                user.changed(),
                user.used(),
                user.keys());
    }

    private String account(String account) {
        return runs.target(Target.global(account)).account();
    }

    /** What the mapping says of an item, with places for values. */
    private static List<String> sentences(Assertion assertion) {
        return Stream.of(assertion.deviation(), assertion.particulars().acrossNot())
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static String values(Assertion assertion) {
        return assertion.proof().stream()
                .map(path -> path + " = {" + path + "}")
                .collect(Collectors.joining(", "));
    }

    private String key(Kind kind, String key, Target target) {
        return key.equals(target.toString()) ? runs.target(target).toString() : masker.key(kind, key);
    }

    /** The key of an item, and the values that prove it, or what a target says. */
    private static List<String> proofs(Assertion assertion) {
        return List.of("{key}: " + values(assertion), "{key}: {count} {items} read");
    }

    private static Kind kind(String source) {
        return switch (source) {
            case "iam.credential-report", "iam.users" -> Kind.USER;
            case "iam.roles" -> Kind.ROLE;
            case "iam.groups" -> Kind.GROUP;
            case "iam.policies", "organizations.policies", "organizations.resource-policies" -> Kind.POLICY;
            case "organizations.units", "organizations.roots" -> Kind.UNIT;
            default -> Kind.RESOURCE;
        };
    }
}
